package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real orders, in a folder that the environment variable {@code XUNJIAN_OLIST} names; they are not ours to ship. */
class RealOrdersTest {

    @TempDir
    private Path out;

    @Test
    void realOrdersEndWithTheirNetAlerts() throws Exception {
        String folder = System.getenv("XUNJIAN_OLIST");
        assumeTrue(folder != null, "XUNJIAN_OLIST names no folder of real orders");
        Summary summary = new Replay(Books.BUILT_IN, Instants.NEVER, 2, Progress.NONE)
                .run(EventFiles.in(Path.of(folder)), new OutFolder(out));
        assertThat(summary.tally().isConserved()).isTrue();
        assertThat(summary.tally().reasons()).isEmpty();
        assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                .containsExactlyElementsOf(expected(Path.of(folder, "expected.jsonl.gz")));
    }

    private static List<NetAlert> expected(Path file) throws IOException {
        List<String> codes = Rules.ALL.stream().map(Rule::code).toList();
        List<NetAlert> expected = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                NetAlert alert = NetAlert.of(line);
                if (codes.contains(alert.ruleCode())) {
                    expected.add(alert);
                }
            }
        }
        return NetAlert.net(expected);
    }
}
