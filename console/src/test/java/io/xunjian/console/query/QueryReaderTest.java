package io.xunjian.console.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {

    @Test
    void namesValuesAndWordsAreTold() throws BadQuery {
        assertThat(read("rule:late_shipment,x -status:Open  O-1 assignee:me assignee:\"Li, Wei\" \"a b\""))
                .containsExactly(
                        Term.of(Field.RULE, false, List.of("LATE_SHIPMENT", "X")),
                        Term.of(Field.STATUS, true, List.of("OPEN")),
                        Term.of(Field.WORD, false, List.of("O-1")),
                        Term.of(Field.ASSIGNEE, false, List.of("li")),
                        Term.of(Field.ASSIGNEE, false, List.of("Li, Wei")),
                        Term.of(Field.WORD, false, List.of("a b")));
    }

    @Test
    void fullWidthColonCommaAndBlankAreTakenAsWritten() throws BadQuery {
        assertThat(read("status：open，cured\u3000level:2"))
                .containsExactly(
                        Term.of(Field.STATUS, false, List.of("OPEN", "CURED")),
                        Term.of(Field.LEVEL, false, List.of("2")));
    }

    @Test
    void theIdOfAnAlertIsAWord() throws BadQuery {
        assertThat(read("LATE_SHIPMENT:O1:2 CLOSURE:S1"))
                .containsExactly(
                        Term.of(Field.WORD, false, List.of("LATE_SHIPMENT:O1:2")),
                        Term.of(Field.WORD, false, List.of("CLOSURE:S1")));
    }

    @Test
    void aDayEndsWhereTheNextBeginsInShanghai() throws BadQuery {
        Span day = read("raised:2025-06-01").get(0).spans().get(0);
        assertThat(day.from()).isEqualTo(Instant.parse("2025-05-31T16:00:00Z").toEpochMilli());
        assertThat(day.to()).isEqualTo(Instant.parse("2025-06-01T16:00:00Z").toEpochMilli());
        Span open = read("raised:2025-06-01T08:00:00Z..").get(0).spans().get(0);
        assertThat(open)
                .isEqualTo(new Span(Instant.parse("2025-06-01T08:00:00Z").toEpochMilli(), Long.MAX_VALUE));
    }

    @Test
    void nothingIsAllAlerts() throws BadQuery {
        assertThat(read(null)).isEmpty();
        assertThat(read(" \t")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "statuss:open           | 0  | 12 | has the name 'statuss'",
                "O1 status:opne         | 3  | 11 | has 'opne', expected one of cured, open, revoked",
                "level:high             | 0  | 10 | expected a whole number",
                "rule:                  | 0  | 5  | has no value",
                "rule:a,                | 0  | 7  | has no value",
                "is:loud                | 0  | 7  | expected one of muted, unmuted",
                "raised:yesterday       | 0  | 16 | expected days like",
                "raised:..              | 0  | 9  | expected days like",
                "raised:2025-06-31      | 0  | 17 | expected days like",
                "x \"abc                | 2  | 4  | not closed",
                "key:\"a\"b             | 7  | 1  | a blank or a comma is expected",
                "-O1                    | 0  | 3  | excludes a word",
                "http://x               | 0  | 8  | has the name 'http'",
            })
    void whatIsNotUnderstoodIsAFaultWithItsPlace(String text, int at, int length, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(BadQuery.class, fault -> {
            assertThat(fault).hasMessageContaining(message);
            assertThat(fault.at()).isEqualTo(at);
            assertThat(fault.length()).isEqualTo(length);
        });
    }

    @Test
    void anEndlessQueryIsAFault() {
        assertThatThrownBy(() -> read("a ".repeat(301))).isInstanceOf(BadQuery.class);
        assertThatThrownBy(() -> read("a".repeat(4_001))).isInstanceOf(BadQuery.class);
        assertThatThrownBy(() -> read("key:" + "a".repeat(501))).isInstanceOf(BadQuery.class);
    }

    private static List<Term> read(String text) throws BadQuery {
        return new QueryReader("li", QueryReader.ZONE).read(text).terms();
    }
}
