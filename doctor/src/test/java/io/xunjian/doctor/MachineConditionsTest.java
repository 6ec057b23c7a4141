package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Books;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong without a broker or a cluster: settings, rule files, this machine. */
class MachineConditionsTest {

    @TempDir
    private Path folder;

    @Test
    void checkpointsThatComeTooRarelyForTransactionsAreTold() throws Exception {
        job().with("delivery", "exactly-once")
                .with("checkpoint-interval", "PT3M1S")
                .by(new DurationsCheck())
                .finds(Condition.CHECKPOINTS_TOO_RARE, "PT3M1S", "PT3M or less");
        assertThat(job().with("delivery", "exactly-once")
                        .with("checkpoint-interval", "PT3M")
                        .by(new DurationsCheck())
                        .ailments())
                .isEmpty();
    }

    @Test
    void theTransactionsOfTheClientsSettingsAreThoseThatExpire() throws Exception {
        transactions("300000").finds(Condition.CHECKPOINTS_TOO_RARE, "PT5M", "PT30S or less", "360000 or more");
        transactions("60000").finds(Condition.CHECKPOINTS_TOO_RARE, "PT1M", "Set transaction.timeout.ms", "360000");
        assertThat(transactions("360000").ailments()).isEmpty();
    }

    private Consultation transactions(String millis) throws Exception {
        Path client = Files.writeString(folder.resolve("client.properties"), "transaction.timeout.ms=" + millis);
        return job().with("delivery", "exactly-once")
                .with("checkpoint-interval", "PT1M")
                .with("kafka-properties", client.toString())
                .by(new DurationsCheck());
    }

    @Test
    void aLatenessBelowTheDisorderIsTold() throws Exception {
        job().with("allowed-lateness", "PT1S")
                .by(new DurationsCheck())
                .finds(Condition.LATENESS_BELOW_DISORDER, "PT1S", "PT5S");
    }

    @Test
    void aSecretThatOthersCanReadIsToldWithoutIt() throws Exception {
        Path file = Files.writeString(folder.resolve("client.properties"), "ssl.key.password=Canary\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(secrets(file).ailments()).extracting(Ailment::condition).containsExactly(Condition.SECRETS_READABLE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(secrets(file).ailments()).isEmpty();
        Files.writeString(file, "ssl.key.password=${env:PATH}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(secrets(file).ailments()).isEmpty();
    }

    @Test
    void aVersionWithoutTestsThatComesSoonIsTold() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        String soon = Instant.now().plus(Duration.ofMinutes(50)).toString();
        Files.writeString(
                rules.resolve("late.yaml"),
                Books.builtInFileWith("LATE_SHIPMENT", Books.version(2, "active", soon, "maxJudgements: 2")));
        Consultation job = job().with("rules", rules.toString()).by(new RuleBookCheck());
        job.finds(Condition.RULE_UNTESTED, "late.yaml:", "version 2");
        job.finds(Condition.VERSION_SOON, "Version 2 of LATE_SHIPMENT", "PT1H");
        assertThat(job().by(new RuleBookCheck()).ailments()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Consultation.over("127.0.0.1:9", file.resolve("checkpoints"))
                .by(new FolderCheck())
                .finds(Condition.FOLDER_NOT_WRITABLE, file + " is no folder");
        Consultation.over("127.0.0.1:9", Path.of("/proc"))
                .by(new FolderCheck())
                .finds(Condition.FOLDER_NOT_WRITABLE, "/proc is not writable");
    }

    @Test
    void aDiskThatIsAlmostFullIsTold() throws Exception {
        job().by(new FolderCheck(Long.MAX_VALUE)).finds(Condition.DISK_LOW, "MiB are free");
        assertThat(job().by(new FolderCheck(1)).ailments()).isEmpty();
    }

    @Test
    void aJavaThatFlinkIsNotTestedWithIsTold() throws Exception {
        job().by(new JavaCheck(22)).finds(Condition.JAVA_VERSION, "Java 22");
        assertThat(job().by(new JavaCheck(21)).ailments()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            job().planned(plan -> new Plan(null, null, null, 0, null, false, null, folder, port))
                    .by(new PortCheck())
                    .finds(Condition.PORT_TAKEN, "Port " + port, "--flink-port");
        }
    }

    @Test
    void tooFewOpenFilesAreTold() throws Exception {
        job().by(new OpenFilesCheck(() -> 1024)).finds(Condition.OPEN_FILES, "1024", "ulimit -n");
        assertThat(job().by(new OpenFilesCheck(() -> 4096)).ailments()).isEmpty();
    }

    private Consultation job() {
        return Consultation.over("127.0.0.1:9", folder);
    }

    private Consultation secrets(Path file) {
        return job().with("kafka-properties", file.toString()).by(new SecretsCheck());
    }
}
