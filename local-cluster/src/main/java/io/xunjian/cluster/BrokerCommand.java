package io.xunjian.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Starts the broker's process, with the class path of this one. */
final class BrokerCommand {

    private static final String HEAP = "-Xmx512m";
    private static final String LOGGING = "classpath:io/xunjian/cluster/broker-log4j2.xml";

    private BrokerCommand() {}

    static Process start(BrokerFolder folder) throws IOException {
        Files.writeString(folder.argumentFile(), arguments());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + folder.argumentFile().getFileName(),
                        BrokerMain.class.getName(),
                        Long.toString(ProcessHandle.current().pid()))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.log().output().toFile())
                .start();
    }

    /** In a file, for a class path may be longer than a command can be. */
    private static String arguments() {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return String.join(
                "\n",
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + LOGGING,
                "-Dxunjian.broker.log=" + BrokerFolder.LOG,
                "-cp",
                '"' + classPath.replace("\\", "\\\\") + '"',
                "");
    }
}
