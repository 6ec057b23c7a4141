package io.xunjian.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key for a broker on the loopback address, and the store of those who trust it, made by keytool. */
record Certificates(Path folder) {

    static final String STORE_PASSWORD = "store-Canary-5514";

    Path keyStore() {
        return folder.resolve("broker.p12");
    }

    Path trustStore() {
        return folder.resolve("trust.p12");
    }

    Certificates make() throws IOException, InterruptedException {
        Path certificate = folder.resolve("broker.crt");
        keytool(
                keyStore(),
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2");
        keytool(keyStore(), "-exportcert", "-alias", "broker", "-file", certificate.toString());
        keytool(trustStore(), "-importcert", "-noprompt", "-alias", "broker", "-file", certificate.toString());
        return this;
    }

    private void keytool(Path store, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(more));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        File said = folder.resolve("keytool.out").toFile();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start()
                .waitFor();
        assertThat(code).as("keytool; see " + said).isZero();
    }
}
