package io.xunjian.oracle;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is known at an instant: each fact once, in the order of time and id, nothing later.
 *
 * @param asOf epoch ms
 */
record OracleHistory(List<OracleEvent> events, long asOf) {

    static OracleHistory of(Collection<OracleEvent> delivered, long asOf) {
        Map<String, OracleEvent> once = new LinkedHashMap<>();
        delivered.forEach(event -> once.putIfAbsent(event.id(), event));
        return new OracleHistory(
                once.values().stream()
                        .filter(event -> event.time() <= asOf)
                        .sorted(OracleEvent.BY_TIME_AND_ID)
                        .toList(),
                asOf);
    }

    OracleHistory where(Predicate<OracleEvent> what) {
        return new OracleHistory(events.stream().filter(what).toList(), asOf);
    }

    OracleHistory of(String... types) {
        return where(event -> Arrays.asList(types).contains(event.type()));
    }

    /** The first by time and id, null where there is none. */
    OracleEvent first() {
        return events.isEmpty() ? null : events.get(0);
    }

    /** A history for each key. Events without one are in none. */
    <K> Map<K, OracleHistory> by(Function<OracleEvent, K> key) {
        return events.stream()
                .filter(event -> key.apply(event) != null)
                .collect(Collectors.groupingBy(
                        key,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(), ofKey -> new OracleHistory(List.copyOf(ofKey), asOf))));
    }
}
