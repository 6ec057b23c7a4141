package io.xunjian.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where checkpoints go: of a cluster, where that is a folder that this machine has as well. */
final class FolderCheck implements Check {

    private static final String CHECKPOINTS = "execution.checkpointing.dir";
    private static final long MIB = 1 << 20;
    private static final long LEAST_FREE = 2048 * MIB;

    private final long leastFree;

    FolderCheck() {
        this(LEAST_FREE);
    }

    /** @param leastFree in bytes */
    FolderCheck(long leastFree) {
        this.leastFree = leastFree;
    }

    @Override
    public Area area() {
        return Area.STATE;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws IOException {
        Path folder = folder(patient);
        if (folder == null) {
            return List.of();
        }
        Path there = nearest(folder.toAbsolutePath());
        List<Ailment> ailments = new ArrayList<>();
        if (!Files.isDirectory(there) || !isWritable(there)) {
            ailments.add(Condition.FOLDER_NOT_WRITABLE.because(
                    "Checkpoints cannot be written to " + folder + ": " + there
                            + (Files.isDirectory(there) ? " is not writable" : " is no folder"),
                    "Give this user the right to write there, or name another folder"));
            return ailments;
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < leastFree) {
            ailments.add(Condition.DISK_LOW.because(
                    "Where checkpoints go, " + folder + ", " + free / MIB + " MiB are free",
                    "Free some: five checkpoints are kept, and RocksDB writes beside them"));
        }
        return ailments;
    }

    private static Path folder(Patient patient) throws IOException {
        if (patient.cluster() == null) {
            return patient.plan().data();
        }
        String setting = patient.hasCluster() ? patient.cluster().setting(CHECKPOINTS) : null;
        if (setting == null
                || !setting.startsWith("file:")
                || !isLoopback(patient.plan().cluster())) {
            return null;
        }
        return Path.of(URI.create(setting).getPath());
    }

    private static boolean isLoopback(String cluster) {
        return cluster.contains("//127.0.0.1") || cluster.contains("//localhost");
    }

    /** The folder, or what is there of the way to it: the rest will be made. */
    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    /** Asked by writing: what permissions say is not all, as of a disk that is mounted to be read only. */
    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".doctor", ""));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
