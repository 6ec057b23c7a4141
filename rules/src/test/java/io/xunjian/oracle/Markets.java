package io.xunjian.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.testing.Books;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Random histories over all core streams, and random rule books, as the rules read them. */
public final class Markets {

    private static final List<String> INACTIVE = List.of("draft", "shadow", "retired");

    private Markets() {}

    /** Each event of a random history once, in no order. */
    public static List<Event> events(Random random) {
        return decoded(RandomMarket.of(random).lines()).stream().distinct().toList();
    }

    /** A book of which some rules have other parameters, or several versions that take turns. */
    public static RuleBook book(Random random) {
        return read(RandomBook.of(random));
    }

    static List<Event> decoded(List<RandomMarket.Line> lines) {
        List<Event> events = new ArrayList<>();
        for (RandomMarket.Line line : lines) {
            EventDecoder decoder = new EventDecoder(stream(line.stream()));
            byte[] bytes = line.json().getBytes(StandardCharsets.UTF_8);
            Event event = decoder.decode(bytes, 0, bytes.length);
            assertThat(event)
                    .as("%s %s of %s", decoder.reason(), decoder.field(), line)
                    .isNotNull();
            events.add(event);
        }
        return events;
    }

    private static Stream stream(String topic) {
        return Arrays.stream(Stream.values())
                .filter(stream -> stream.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    static RuleBook read(OracleBook book) {
        return Books.of(Rules.ALL.stream()
                .map(Rule::code)
                .map(code -> Books.file(
                        code,
                        book.versions().stream()
                                .filter(version -> version.ruleCode().equals(code))
                                .map(Markets::asInAFile)
                                .toArray(String[]::new)))
                .toArray(String[]::new));
    }

    private static String asInAFile(OracleVersion version) {
        return Books.version(
                version.number(),
                version.active() ? "active" : INACTIVE.get(version.number() % INACTIVE.size()),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        Instant.ofEpochMilli(version.effectiveFrom()).atZone(PlatformDays.ZONE)),
                RandomBook.changes(version).entrySet().stream()
                        .map(change -> change.getKey() + ": " + change.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
