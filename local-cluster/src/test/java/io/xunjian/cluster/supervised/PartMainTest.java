package io.xunjian.cluster.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartMainTest {

    @Test
    void aPartEndsWhenTheOneThatStartedItIsKilled() throws Exception {
        Process parent = java(SupervisedTest.Waiting.class.getName());
        Process part =
                java(PartMain.class.getName(), Long.toString(parent.pid()), SupervisedTest.Waiting.class.getName());
        try {
            assertThat(part.waitFor(3, TimeUnit.SECONDS)).as("it ended").isFalse();
            parent.destroyForcibly().waitFor();
            assertThat(part.waitFor(20, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(part.exitValue()).isEqualTo(3);
        } finally {
            parent.destroyForcibly();
            part.destroyForcibly();
        }
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
