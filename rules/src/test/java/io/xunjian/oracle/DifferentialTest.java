package io.xunjian.oracle;

import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.NetAlert;
import io.xunjian.rules.testing.Seeds;
import io.xunjian.rules.testing.Shrinker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The rules against the oracle, in random histories; {@code -Dxunjian.histories=20000} for more of them. Compares what
 * the rules of {@link Rules#ALL} find: a rule that is added there is compared without a change here.
 */
class DifferentialTest {

    private static final int HISTORIES = Integer.getInteger("xunjian.histories", 1000);

    /** So many rule books take turns. */
    private static final int BOOKS = 200;

    private static final List<String> RULES = Rules.ALL.stream().map(Rule::code).toList();

    /** The same rule book, for the oracle and for the rules. */
    private record TwoBooks(OracleBook oracles, RuleBook rules) {}

    @Test
    void theRulesFindWhatTheOracleFinds() {
        TwoBooks builtIn = new TwoBooks(OracleBook.BUILT_IN, Books.BUILT_IN);
        Seeds.each(HISTORIES, (seed, random) -> assertAgreed(RandomMarket.of(random), builtIn));
    }

    @Test
    void theyDoSoUnderOtherRuleBooks() {
        Map<Long, TwoBooks> books = new HashMap<>();
        Seeds.each(
                HISTORIES,
                (seed, random) -> assertAgreed(
                        RandomMarket.of(random), books.computeIfAbsent(seed % BOOKS, DifferentialTest::randomBook)));
    }

    private static TwoBooks randomBook(long seed) {
        OracleBook book = RandomBook.of(new Random(seed));
        return new TwoBooks(book, Markets.read(book));
    }

    private static void assertAgreed(RandomMarket market, TwoBooks books) {
        long horizon = market.horizon();
        if (agree(market.lines(), horizon, books)) {
            return;
        }
        List<RandomMarket.Line> few = Shrinker.smallest(market.lines(), lines -> !agree(lines, horizon, books));
        List<OracleVersion> versions = books.oracles().versions().stream()
                .filter(version -> RULES.contains(version.ruleCode()))
                .toList();
        throw new AssertionError("horizon %d%nby%n%s%nof%n%s%nthe oracle finds%n%s%nthe rules find%n%s"
                .formatted(
                        horizon,
                        told(versions, DifferentialTest::inWords),
                        told(few, line -> line.stream() + " " + line.json()),
                        told(oracle(few, horizon, books.oracles()), OracleAlert::toString),
                        told(rules(few, horizon, books.rules()), OracleAlert::toString)));
    }

    private static <T> String told(List<T> entries, Function<T, String> inWords) {
        return entries.stream().map(entry -> "  " + inWords.apply(entry)).collect(Collectors.joining("\n"));
    }

    private static String inWords(OracleVersion version) {
        return "%s %d %s from %s %s"
                .formatted(
                        version.ruleCode(),
                        version.number(),
                        version.active() ? "active" : "inactive",
                        Instant.ofEpochMilli(version.effectiveFrom()),
                        RandomBook.changes(version));
    }

    private static boolean agree(List<RandomMarket.Line> lines, long horizon, TwoBooks books) {
        return oracle(lines, horizon, books.oracles()).equals(rules(lines, horizon, books.rules()));
    }

    private static List<OracleAlert> oracle(List<RandomMarket.Line> lines, long horizon, OracleBook book) {
        return Oracle.alerts(OracleReader.ofLines(lines), horizon, book).stream()
                .filter(alert -> RULES.contains(alert.ruleCode()))
                .toList();
    }

    private static List<OracleAlert> rules(List<RandomMarket.Line> lines, long horizon, RuleBook book) {
        return NetAlert.ofAll(History.findings(Markets.decoded(lines), horizon, book)).stream()
                .map(DifferentialTest::asTheOracleTells)
                .toList();
    }

    private static OracleAlert asTheOracleTells(NetAlert alert) {
        return new OracleAlert(
                alert.alertId(),
                alert.ruleCode(),
                alert.ruleVersion(),
                alert.subjectType().name(),
                alert.subjectId(),
                alert.level(),
                alert.status().name(),
                alert.raisedAt(),
                alert.curedAt() == Instants.NEVER ? null : alert.curedAt());
    }
}
