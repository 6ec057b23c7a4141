package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunjian.rules.Instants;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.trial.Trial;
import java.nio.file.Path;
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
        Summary summary = new Replay(Trial.of(Books.BUILT_IN), Instants.NEVER, 2, Progress.NONE)
                .run(EventFiles.in(Path.of(folder)), new OutFolder(out));
        assertThat(summary.tally().isConserved()).isTrue();
        assertThat(summary.tally().reasons()).isEmpty();
        assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS)))
                .containsExactlyElementsOf(NetAlert.net(NetAlert.read(Path.of(folder, "expected.jsonl.gz"))));
    }
}
