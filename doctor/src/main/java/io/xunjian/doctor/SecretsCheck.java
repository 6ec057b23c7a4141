package io.xunjian.doctor;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Secrets that stand in the file of client settings, for everybody to read. */
final class SecretsCheck implements Check {

    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    @Override
    public Area area() {
        return Area.SETTINGS;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        Path file = patient.plan().properties();
        Properties client = patient.settings().client();
        List<String> secrets = client.stringPropertyNames().stream()
                .filter(name -> ClientSettings.isSecret(name, client.getProperty(name)))
                .sorted()
                .toList();
        if (file == null || secrets.isEmpty() || !isReadByOthers(file)) {
            return List.of();
        }
        return List.of(Condition.SECRETS_READABLE.because(
                file + " has " + String.join(", ", secrets) + " and can be read by other users",
                "chmod 600, or name a file or a variable in place of the secret: ${file:/path:key}, ${env:NAME}"));
    }

    private static boolean isReadByOthers(Path file) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }
}
