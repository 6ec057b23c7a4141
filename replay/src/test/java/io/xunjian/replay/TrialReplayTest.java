package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Candidates;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.DiffLines;
import io.xunjian.rules.trial.Trial;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several books in one pass find what each finds alone. */
class TrialReplayTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void eachBookFindsWhatItFindsAlone(Cases.Case given) throws Exception {
        for (RuleBook candidate : Candidates.ALL) {
            Trial trial = Candidates.tried(candidate);
            Path together = temp.resolve("together");
            Summary summary = replay(given, trial, together);
            for (int book = 0; book < trial.size(); book++) {
                Path alone = temp.resolve("alone-" + book);
                Summary ofBook = replay(given, Trial.of(trial.book(book)), alone);
                assertThat(summary.totals().alerts().get(book))
                        .usingRecursiveComparison()
                        .isEqualTo(ofBook.alerts());
                assertThat(summary.tally().isConserved()).isTrue();
            }
            assertSame(together.resolve(OutFolder.ALERTS), temp.resolve("alone-0"));
            assertSame(together.resolve(OutFolder.CANDIDATE_ALERTS), temp.resolve("alone-1"));
            DiffLines.assertBetween(
                    together.resolve(OutFolder.ALERTS),
                    together.resolve(OutFolder.CANDIDATE_ALERTS),
                    together.resolve(OutFolder.DIFF));
        }
    }

    private static void assertSame(Path alerts, Path alone) {
        assertThat(alerts).hasSameBinaryContentAs(alone.resolve(OutFolder.ALERTS));
    }

    private static Summary replay(Cases.Case given, Trial trial, Path out) throws Exception {
        return new Replay(trial, Instants.NEVER, 2, Progress.NONE)
                .run(EventFiles.in(given.events()), new OutFolder(out));
    }
}
