package io.xunjian.console.store;

import io.xunjian.console.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** The strands that a query is about; the heads of all of them together have the head of its list. */
final class Strands {

    /** More in one statement are no faster. */
    private static final int AT_ONCE = 64;

    private static final int MOST = 1_000;

    private final Map<Strand, Integer> numbers;
    private final boolean areAll;

    private Strands(Map<Strand, Integer> numbers, boolean areAll) {
        this.numbers = numbers;
        this.areAll = areAll;
    }

    /**
     * Finds them.
     *
     * @param part of a query, about strands alone
     */
    static Strands of(Handle handle, Query part) {
        Map<Strand, Integer> numbers = new LinkedHashMap<>();
        if (part.terms().isEmpty()) {
            return new Strands(numbers, true);
        }
        Predicate<Cell> matches = Cube.matcher(part);
        Map<Kind, Integer> kinds = Kinds.all(handle);
        kinds.forEach((kind, number) -> {
            for (String deskState : Strand.DESK_STATES) {
                Strand strand = new Strand(kind, deskState);
                if (matches.test(strand.cell())) {
                    numbers.put(strand, number);
                }
            }
        });
        return new Strands(numbers, numbers.size() == kinds.size() * Strand.DESK_STATES.size());
    }

    /** Whether their heads take less than reading on in order. */
    boolean areWorthIt() {
        return !areAll && numbers.size() <= MOST;
    }

    /** All of their alerts, which may be few. */
    Pointer pointer() {
        List<Sql> alerts = new ArrayList<>();
        numbers.forEach((strand, kindNo) -> alerts.add(new Sql()
                .add("SELECT alert_no FROM alert WHERE kind_no = ? AND desk_state = ?", kindNo, strand.deskState())));
        return new Pointer(alerts);
    }

    /** The first rows of all of them. */
    List<AlertRow> heads(Handle handle, Sql condition, Order order, int limit) {
        List<Long> found = new ArrayList<>();
        List<Map.Entry<Strand, Integer>> strands = List.copyOf(numbers.entrySet());
        for (int from = 0; from < strands.size(); from += AT_ONCE) {
            List<Map.Entry<Strand, Integer>> some = strands.subList(from, Math.min(strands.size(), from + AT_ONCE));
            found.addAll(heads(some, condition, order, limit)
                    .query(handle)
                    .mapTo(Long.class)
                    .list());
        }
        return AlertRows.numbered(handle, found).stream()
                .sorted(order.comparator())
                .limit(limit)
                .toList();
    }

    private static Sql heads(List<Map.Entry<Strand, Integer>> strands, Sql condition, Order order, int limit) {
        Sql sql = new Sql().add("SELECT a.alert_no FROM (");
        String union = "";
        for (Map.Entry<Strand, Integer> strand : strands) {
            sql.add(union + "(SELECT a.raised_at, a.alert_no FROM alert a WHERE a.kind_no = ?", strand.getValue())
                    .add(" AND a.desk_state = ? AND ", strand.getKey().deskState())
                    .add(condition)
                    .add(order.within("a.kind_no", "a.desk_state"))
                    .add(" LIMIT " + limit + ")");
            union = " UNION ALL ";
        }
        return sql.add(") a").add(order.sql()).add(" LIMIT " + limit);
    }
}
