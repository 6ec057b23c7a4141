package io.xunjian.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts the broker's process, with the class path of this one. */
final class BrokerCommand {

    private static final String HEAP = "-Xmx512m";
    private static final String LOGGING = "classpath:io/xunjian/cluster/broker-log4j2.xml";

    private BrokerCommand() {}

    static Process start(BrokerFolder folder) throws IOException {
        ArgumentFile.write(
                folder.argumentFile(),
                List.of(
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dlog4j2.configurationFile=" + LOGGING,
                        "-Dxunjian.broker.log=" + BrokerFolder.LOG),
                ArgumentFile.ownClassPath());
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
}
