package io.xunjian.rules.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder that a backtest writes. Each file is written under another name and takes its own when it is whole: what
 * stands there is never half of something.
 */
public record OutFolder(Path path) {

    public static final String ALERTS = "alerts.jsonl";
    public static final String DEAD_LETTERS = "dead-letters.jsonl";
    public static final String SUMMARY = "summary.json";

    /** Makes the folder where it is missing, and takes away what an earlier run left in it. */
    public void prepare() throws IOException {
        Files.createDirectories(path);
        for (String name : new String[] {ALERTS, DEAD_LETTERS, SUMMARY}) {
            Files.deleteIfExists(path.resolve(name));
            Files.deleteIfExists(unfinished(name));
        }
    }

    /** Where to write a file until it is whole. */
    public Path unfinished(String name) {
        return path.resolve("." + name + ".part");
    }

    /** Gives a file that is whole its name. */
    public void finish(String name) throws IOException {
        Files.move(unfinished(name), path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    public void write(Summary summary) throws IOException {
        summary.write(unfinished(SUMMARY));
        finish(SUMMARY);
    }
}
