package io.xunjian.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a broker says.
 *
 * @param file its log; a line of it is level, time, logger, message
 * @param output what its process printed: what went wrong before there was a log
 */
record BrokerLog(Path file, Path output) {

    private static final Pattern LINE = Pattern.compile("(TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\\S+ \\S+ \\S+ (.*)");

    /** How far the log reaches, in bytes. */
    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** The last error after so many bytes, with the exception that came with it; else the last line that was printed. */
    String lastErrorAfter(long from) throws IOException {
        List<String> lines = linesAfter(from);
        for (int i = lines.size() - 1; i >= 0; i--) {
            var line = LINE.matcher(lines.get(i));
            if (line.matches()
                    && (line.group(1).equals("ERROR") || line.group(1).equals("FATAL"))) {
                boolean hasException =
                        i + 1 < lines.size() && !LINE.matcher(lines.get(i + 1)).matches();
                return line.group(2) + (hasException ? " " + lines.get(i + 1) : "");
            }
        }
        return lastPrinted();
    }

    private List<String> linesAfter(long from) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        byte[] all = Files.readAllBytes(file);
        // Shorter than it was: begun anew since.
        int start = all.length < from ? 0 : (int) from;
        return new String(Arrays.copyOfRange(all, start, all.length), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private String lastPrinted() throws IOException {
        if (!Files.exists(output)) {
            return "";
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce("", (before, last) -> last);
    }
}
