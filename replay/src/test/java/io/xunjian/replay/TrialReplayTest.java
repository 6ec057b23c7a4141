package io.xunjian.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.oracle.Markets;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.testing.Candidates;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.DiffLines;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.trial.Sweep;
import io.xunjian.rules.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several books in one pass find what each finds alone. */
class TrialReplayTest {

    private static final Sweep TWO_VALUES = new Sweep("", "", List.of("1", "2"));

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

    /** Random histories under random books: each book finds what it finds when all is judged at once. */
    @Test
    void underRandomBooksToo() {
        Seeds.each(60, (seed, random) -> {
            List<Event> history = Markets.events(random);
            long horizon = Histories.horizonOf(history);
            List<RuleBook> swept = List.of(Markets.book(random), Markets.book(random));
            Trial trial = new Trial(Markets.book(random), Markets.book(random), TWO_VALUES, swept);
            Path events = Files.createDirectories(temp.resolve("events-" + seed));
            for (Stream stream : Stream.values()) {
                List<String> lines = RandomHistory.delivered(history, random).stream()
                        .filter(event -> event.type().stream() == stream)
                        .map(EventJson::line)
                        .toList();
                Files.write(events.resolve(stream.topic() + ".jsonl"), lines);
            }
            Path out = temp.resolve("out");
            Summary summary =
                    new Replay(trial, horizon, 2, Progress.NONE).run(EventFiles.in(events), new OutFolder(out));
            assertThat(NetAlert.read(out.resolve(OutFolder.ALERTS))).isEqualTo(alone(history, horizon, trial, 0));
            assertThat(NetAlert.read(out.resolve(OutFolder.CANDIDATE_ALERTS)))
                    .isEqualTo(alone(history, horizon, trial, 1));
            for (int book = trial.firstSwept(); book < trial.size(); book++) {
                assertThat(summary.totals().alerts().get(book).all())
                        .isEqualTo(alone(history, horizon, trial, book).size());
            }
            DiffLines.assertBetween(
                    out.resolve(OutFolder.ALERTS),
                    out.resolve(OutFolder.CANDIDATE_ALERTS),
                    out.resolve(OutFolder.DIFF));
        });
    }

    private static List<NetAlert> alone(List<Event> history, long horizon, Trial trial, int book) {
        return NetAlert.ofAll(History.findings(history, horizon, trial.book(book)));
    }

    private static void assertSame(Path alerts, Path alone) {
        assertThat(alerts).hasSameBinaryContentAs(alone.resolve(OutFolder.ALERTS));
    }

    private static Summary replay(Cases.Case given, Trial trial, Path out) throws Exception {
        return new Replay(trial, Instants.NEVER, 2, Progress.NONE)
                .run(EventFiles.in(given.events()), new OutFolder(out));
    }
}
