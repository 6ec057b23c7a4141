package io.xunjian.rules.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What docs/metrics.md says that there is. */
public final class MetricsPage {

    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/metrics.md");

    private MetricsPage() {}

    /** The metrics in the table under a heading, each {@code name label, label}, as reporters see them. */
    public static Set<String> under(String heading) {
        try {
            String page = Files.readString(PAGE);
            int from = page.indexOf(heading + '\n') + heading.length();
            int next = page.indexOf("\n## ", from);
            return page.substring(from, next < 0 ? page.length() : next)
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .map(MetricsPage::metric)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String metric(String row) {
        String[] cells = row.split("\\|", -1);
        return (cells[1].strip() + ' ' + cells[2].strip()).replace("`", "").strip();
    }
}
