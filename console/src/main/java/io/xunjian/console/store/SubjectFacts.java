package io.xunjian.console.store;

import io.xunjian.console.query.QueryReader;
import java.util.List;
import java.util.Optional;

/** What there is about one shop or provider. */
public final class SubjectFacts {

    private final Database database;

    public SubjectFacts(Database database) {
        this.database = database;
    }

    /** How many alerts it has, by status. */
    public record Counts(long total, long open, long cured, long revoked) {}

    /** How many alerts of a rule it has. */
    public record RuleCount(String ruleCode, long count) {}

    /**
     * The numbers of one subject.
     *
     * @param byRule the most first
     * @param byDay in days of Shanghai
     */
    public record Facts(Counts counts, List<RuleCount> byRule, List<DayCount> byDay) {}

    /** Empty where no alert is about it. */
    public Optional<Facts> of(String type, String id) {
        Sql where = new Sql().add("a.subject_id = ? AND a.subject_type = ?", id, type);
        return database.jdbi().withHandle(handle -> {
            Counts counts = new Sql()
                    .add("SELECT COUNT(*), COUNT(CASE WHEN a.status = 'OPEN' THEN 1 END),"
                            + " COUNT(CASE WHEN a.status = 'CURED' THEN 1 END),"
                            + " COUNT(CASE WHEN a.status = 'REVOKED' THEN 1 END) FROM alert a WHERE ")
                    .add(where)
                    .query(handle)
                    .map((row, ctx) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                    .one();
            if (counts.total() == 0) {
                return Optional.empty();
            }
            List<RuleCount> byRule = new Sql()
                    .add("SELECT a.rule_code, COUNT(*) AS n FROM alert a WHERE ")
                    .add(where)
                    .add(" GROUP BY a.rule_code ORDER BY n DESC, a.rule_code")
                    .query(handle)
                    .map((row, ctx) -> new RuleCount(row.getString(1), row.getLong(2)))
                    .list();
            return Optional.of(new Facts(counts, byRule, Days.count(handle, where, QueryReader.ZONE)));
        });
    }
}
