package io.xunjian.backtest;

import static io.xunjian.rules.testing.Histories.heartbeat;
import static io.xunjian.rules.testing.Histories.paid;
import static io.xunjian.rules.testing.Histories.refundApplied;
import static io.xunjian.rules.testing.Histories.shipped;
import static io.xunjian.rules.testing.Times.HOUR;
import static io.xunjian.rules.testing.Times.NEXT_NOON;
import static io.xunjian.rules.testing.Times.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Instants;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.BrokenFile;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.testing.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are found by their own name and by the ids that their events have; the events of a key are all of them. */
class KeyEventsTest {

    private static final Event PAID = paid("o-1").from("s-1").at(NOON);
    private static final Event APPLIED = refundApplied("o-1").from("s-1").at(NOON + 1);
    private static final Event SHIPPED = shipped("o-1").from("s-1").at(NOON + HOUR);
    private static final Event OTHER = paid("o-2").from("s-1").at(NOON);
    private static final Event ELSEWHERE = paid("o-3").from("s-2").at(NOON);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Folders.write(folder, List.of(PAID, APPLIED, SHIPPED, PAID, OTHER, ELSEWHERE));
    }

    @Test
    void aKeyIsFoundByItsNameWithWhatNamesItAndIsNoFact() throws IOException {
        assertThat(of(Instants.NEVER, Set.of(new KeyName("orders", "o-1"))))
                .containsExactlyInAnyOrder(PAID, APPLIED, SHIPPED);
    }

    @Test
    void aKeyIsFoundByAnEventOfIt() throws IOException {
        assertThat(of(Instants.NEVER, Set.of(new KeyName("orders", SHIPPED.eventId()))))
                .containsExactlyInAnyOrder(PAID, APPLIED, SHIPPED);
    }

    @Test
    void theKeysOfASubjectAreFoundByItsId() throws IOException {
        assertThat(of(Instants.NEVER, KeyName.ofAlert("SHOP_CLOSURE:s-1:o-9")))
                .containsExactlyInAnyOrder(PAID, APPLIED, SHIPPED, OTHER);
    }

    @Test
    void theKeyOfAnAlertIsFoundThoughIdsHaveColons() {
        assertThat(KeyName.ofAlert("LATE_SHIPMENT:a:b:1"))
                .containsExactly(
                        new KeyName("orders", "a"), new KeyName("orders", "a:b"), new KeyName("orders", "a:b:1"));
        assertThat(KeyName.ofAlert("NO_SUCH_RULE:a:1")).isEmpty();
    }

    @Test
    void whatHappenedAfterTheHorizonIsNotUsed() throws IOException {
        assertThat(of(NOON + 1, Set.of(new KeyName("orders", "o-1")))).containsExactlyInAnyOrder(PAID, APPLIED);
    }

    @Test
    void theHorizonIsTheGreatestTimeOfAnyEventUnlessItIsSaid() throws IOException {
        Files.writeString(folder.resolve("calls.jsonl"), EventJson.line(heartbeat(NEXT_NOON)) + "\nno event\n");
        assertThat(read(Instants.NEVER, Set.of()).horizon()).isEqualTo(NEXT_NOON);
        assertThat(read(NOON, Set.of()).horizon()).isEqualTo(NOON);
    }

    @Test
    void aFileThatIsNoGzipFileIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl.gz"), "{}\n");
        assertThatThrownBy(() -> read(Instants.NEVER, Set.of()))
                .isInstanceOf(BrokenFile.class)
                .hasMessageStartingWith(file + " is not a whole gzip file");
    }

    private List<Event> of(long until, Collection<KeyName> names) throws IOException {
        return read(until, names).of(names);
    }

    private KeyEvents read(long until, Collection<KeyName> names) throws IOException {
        return KeyEvents.read(EventFiles.in(folder), until, names);
    }
}
