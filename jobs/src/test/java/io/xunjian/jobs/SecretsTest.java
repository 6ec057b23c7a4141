package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    private Path secrets;

    @BeforeEach
    void write() throws IOException {
        secrets = Files.writeString(folder.resolve("secrets"), "password=from a file\n");
    }

    @Test
    void aClientReadsWhatASettingNames() {
        assertThat(read("${file:" + secrets + ":password}")).isEqualTo("from a file");
        assertThat(read("<${dir:" + folder + ":secrets}>")).isEqualTo("<password=from a file\n>");
        assertThat(read("${env:PATH}")).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void whatGoesIntoAJobHasTheNameOnly() {
        Properties client = client("${file:" + secrets + ":password}");
        Secrets.nameProviders(client);
        assertThat(client.toString()).contains(secrets.toString()).doesNotContain("from a file");
    }

    @Test
    void whatIsNotThereIsToldAndNotTakenForASecret() {
        assertThat(missing("${env:NO_SUCH_VARIABLE}"))
                .isEqualTo("ssl.key.password names ${env:NO_SUCH_VARIABLE}, which is not there");
        assertThat(missing("${file:" + secrets + ":passwort}")).endsWith(":passwort}, which is not there");
        assertThat(missing("${file:/no/such/file:password}"))
                .endsWith("${file:/no/such/file:password}: Could not read properties from file /no/such/file");
        assertThat(missing("${vault:password}")).endsWith("names ${vault:password}, which is not there");
    }

    @Test
    void whoHasProvidersKeepsThem() {
        Properties client = client("${env:PATH}");
        client.setProperty("config.providers", "mine");
        Secrets.nameProviders(client);
        assertThat(client).doesNotContainKey("config.providers.env.class");
        assertThat(Secrets.missing(client)).isEmpty();
    }

    private static String read(String value) {
        Properties client = client(value);
        Secrets.nameProviders(client);
        assertThat(Secrets.missing(client)).isEmpty();
        return new AdminClientConfig(client).getPassword("ssl.key.password").value();
    }

    private static String missing(String value) {
        Properties client = client(value);
        Secrets.nameProviders(client);
        assertThat(Secrets.missing(client)).hasSize(1);
        return Secrets.missing(client).get(0);
    }

    private static Properties client(String value) {
        Properties client = new Properties();
        client.setProperty("bootstrap.servers", "127.0.0.1:9");
        client.setProperty("ssl.key.password", value);
        return client;
    }
}
