package io.xunjian.console.store;

import io.xunjian.console.query.QueryReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Counts alerts by day and rule. A day of Shanghai comes from the {@link Cube}; any other is counted in quarters of an hour. */
final class Days {

    private static final long QUARTER = 900_000L;
    private static final Comparator<DayCount> ORDER =
            Comparator.comparing(DayCount::day).thenComparing(DayCount::ruleCode);

    private final Map<String, Map<String, Long>> sums = new TreeMap<>();

    void add(LocalDate day, String ruleCode, long count) {
        sums.computeIfAbsent(day.toString(), text -> new TreeMap<>()).merge(ruleCode, count, Long::sum);
    }

    List<DayCount> list() {
        List<DayCount> days = new ArrayList<>();
        sums.forEach((day, rules) -> rules.forEach((rule, count) -> days.add(new DayCount(day, rule, count))));
        days.sort(ORDER);
        return days;
    }

    /** Of alerts that a condition holds for. */
    static List<DayCount> count(Handle handle, Sql where, ZoneId zone) {
        Days days = new Days();
        new Sql()
                .add("SELECT a.raised_at / " + QUARTER
                        + " AS quarter_number, a.rule_code, COUNT(*) FROM alert a WHERE ")
                .add(where)
                .add(" GROUP BY quarter_number, a.rule_code")
                .query(handle)
                .map((row, ctx) -> {
                    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong(1) * QUARTER), zone);
                    days.add(day, row.getString(2), row.getLong(3));
                    return day;
                })
                .list();
        return days.list();
    }

    static boolean areCounted(ZoneId zone) {
        return zone.equals(QueryReader.ZONE);
    }
}
