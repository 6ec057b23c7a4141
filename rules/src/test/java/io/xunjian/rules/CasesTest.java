package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.LineReader;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.json.Reason;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.RandomHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule against the reference histories. */
class CasesTest {

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void everyCaseEndsWithItsNetAlerts(Cases.Case given) throws IOException {
        List<Event> events = read(given.events(), new EnumMap<>(Reason.class));
        assertThat(netAlerts(events)).containsExactlyElementsOf(given.expected());
    }

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void neitherOrderNorRedeliveryMatters(Cases.Case given) throws IOException {
        List<Event> events = read(given.events(), new EnumMap<>(Reason.class));
        List<NetAlert> expected = given.expected();
        for (int seed = 0; seed < 5; seed++) {
            List<Event> delivered = RandomHistory.delivered(events, new Random(seed));
            assertThat(netAlerts(delivered)).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void theSpoiltRecordsOfTheCasesAreRefusedForTheReasonsTheyTell() throws IOException {
        for (Cases.Case given : Cases.all()) {
            Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
            read(given.events(), refused);
            String told = Files.readString(given.folder().resolve("README.md"));
            for (Reason reason : Reason.values()) {
                Matcher count = Pattern.compile("'" + reason + "': (\\d+)").matcher(told);
                int expected = count.find() ? Integer.parseInt(count.group(1)) : 0;
                assertThat(refused.getOrDefault(reason, 0))
                        .as(given + " " + reason)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<NetAlert> netAlerts(List<Event> events) {
        return NetAlert.ofAll(History.findings(events, Histories.horizonOf(events), Books.BUILT_IN));
    }

    private static List<Event> read(Path folder, Map<Reason, Integer> refused) throws IOException {
        List<Event> events = new ArrayList<>();
        for (EventFiles.EventFile file : EventFiles.in(folder)) {
            EventDecoder decoder = new EventDecoder(file.stream());
            try (LineReader lines = LineReader.ofPart(file.path(), 0, file.bytes())) {
                while (lines.next()) {
                    Event event = decoder.decode(lines.buffer(), lines.from(), lines.length());
                    if (event != null) {
                        events.add(event);
                    } else {
                        refused.merge(decoder.reason(), 1, Integer::sum);
                    }
                }
            }
        }
        return events;
    }
}
