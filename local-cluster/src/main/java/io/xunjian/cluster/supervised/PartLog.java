package io.xunjian.cluster.supervised;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log that is read from its end on. */
public final class PartLog {

    private static final int AT_ONCE = 1 << 16;

    private final Path file;
    private long readUpTo;

    public PartLog(Path file) {
        this.file = file;
    }

    /** The parts of which there is a log. */
    public static List<String> all(ClusterFolder folder) throws IOException {
        if (!Files.isDirectory(folder.logs())) {
            return List.of();
        }
        try (var files = Files.list(folder.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Prints the last lines that there are. */
    public void printLast(int lines, PrintStream out) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            readUpTo = startOfLast(lines, log);
        }
        printNew(out);
    }

    /** Prints what came since; a log that was begun anew is read from its start. */
    public void printNew(PrintStream out) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            if (log.length() < readUpTo) {
                readUpTo = 0;
            }
            log.seek(readUpTo);
            byte[] bytes = new byte[AT_ONCE];
            for (int read = log.read(bytes); read > 0; read = log.read(bytes)) {
                out.write(bytes, 0, read);
                readUpTo += read;
            }
        }
        out.flush();
    }

    /** Where the last lines begin. */
    private static long startOfLast(int lines, RandomAccessFile log) throws IOException {
        long start = log.length();
        if (lines <= 0) {
            return start;
        }
        int found = 0;
        byte[] bytes = new byte[AT_ONCE];
        while (start > 0) {
            int length = (int) Math.min(AT_ONCE, start);
            log.seek(start - length);
            log.readFully(bytes, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                boolean isLineEnd = bytes[i] == '\n' && start - length + i != log.length() - 1;
                if (isLineEnd && ++found == lines) {
                    return start - length + i + 1;
                }
            }
            start -= length;
        }
        return 0;
    }
}
