package io.xunjian.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleSettingsTest {

    @Test
    void allFaultsAreToldAtOnce() {
        assertThatThrownBy(() -> ConsoleSettings.from(new String[] {
                    "stray",
                    "--db",
                    "jdbc:mysql:x",
                    "--port",
                    "70000",
                    "--flink",
                    "ftp://x",
                    "--auth",
                    "proxy",
                    "--webhook-hosts",
                    "a b",
                    "--unknown",
                    "1",
                    "--public-url",
                    "https://me:pw@host",
                    "--host"
                }))
                .isInstanceOfSatisfying(
                        SettingsRejected.class,
                        e -> assertThat(e.faults())
                                .containsExactlyInAnyOrder(
                                        "'stray' has no name: arguments are --name value",
                                        "--host has no value",
                                        "--bootstrap is missing",
                                        "--db does not begin with jdbc:h2: or jdbc:postgresql:",
                                        "--port is '70000', expected a whole number from 0 to 65535",
                                        "--flink is no URL like https://host:8081 without a user in it",
                                        "--proxy-from is missing: without it anybody could say who they are",
                                        "--webhook-hosts has 'a b', expected host names",
                                        "--public-url is no URL like https://host:8081 without a user in it",
                                        "--unknown is not known; see --help"));
    }

    @Test
    void everySettingIsTaken(@TempDir Path folder) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
        ConsoleSettings settings = ConsoleSettings.from(new String[] {
            "--bootstrap",
            "k:9092",
            "--kafka.sasl.jaas.config",
            "s3cret",
            "--topic-prefix",
            "x-",
            "--db",
            "jdbc:postgresql://db/x",
            "--db-user",
            "me",
            "--db-password-file",
            password.toString(),
            "--host",
            "0.0.0.0",
            "--port",
            "0",
            "--flink",
            "http://f:8081",
            "--auth",
            "proxy",
            "--proxy-user-header",
            "X-U",
            "--proxy-role-header",
            "X-R",
            "--proxy-from",
            "10.0.0.0/8, ::1",
            "--webhook-hosts",
            "a.example,b",
            "--public-url",
            "https://desk.example"
        });
        assertThat(settings.topic("alerts")).isEqualTo("x-alerts");
        assertThat(settings.client())
                .containsEntry("sasl.jaas.config", "s3cret")
                .containsEntry("bootstrap.servers", "k:9092");
        assertThat(settings.database().password()).isEqualTo("s3cret");
        assertThat(settings.auth().proxies()).containsExactly("10.0.0.0/8", "::1");
        assertThat(settings.webhookHosts()).containsExactly("a.example", "b");
        assertThat(settings.flink()).isPresent();
        assertThat(settings.toString()).doesNotContain("s3cret").contains("k:9092");
    }

    @Test
    void aPasswordInTheUrlIsRefusedWithoutBeingPrinted() {
        assertThatThrownBy(() -> ConsoleSettings.from(
                        new String[] {"--bootstrap", "k:1", "--db", "jdbc:postgresql://db/x?password=s3cret"}))
                .isInstanceOf(SettingsRejected.class)
                .hasMessageContaining("--db-password-file")
                .hasMessageNotContaining("s3cret");
    }
}
