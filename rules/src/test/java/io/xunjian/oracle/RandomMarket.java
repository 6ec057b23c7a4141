package io.xunjian.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A history over all core streams, dense in limits and ties: few orders, shops, complaints and providers, and events on
 * the very millisecond of a limit or beside it. As a broker gives it: in no order, and some of it again.
 *
 * @param horizon epoch ms
 */
record RandomMarket(List<Line> lines, long horizon) {

    static final List<String> STREAMS =
            List.of("orders", "shipments", "calls", "complaints", "settlements", "providers");

    static final String[] SHOPS = {"S0", "S1", "店2"};

    /** Around the day from which providers are judged; the longer ones let its 90 days pass. */
    private static final List<String> BEGINNINGS =
            List.of("2022-05-10", "2022-05-17", "2022-06-01", "2022-08-01", "2022-08-12", "2022-12-20", "2024-02-20");

    /**
     * One record.
     *
     * @param json one line of the stream's file
     */
    record Line(String stream, String json) {}

    static RandomMarket of(Random random) {
        String beginning = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        int days = List.of(2, 5, 40, 100, 230).get(random.nextInt(5));
        RandomFacts facts = new RandomFacts(random, PlatformDays.midnight(LocalDate.parse(beginning)), days);
        RandomOrders.addTo(facts);
        RandomCalls.addTo(facts);
        RandomComplaints.addTo(facts);
        RandomProviders.addTo(facts);
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.add(facts.oneOf(STREAMS.toArray(String[]::new)), "HEARTBEAT", facts.instant());
        }
        return new RandomMarket(delivered(facts.lines(), random), horizon(facts));
    }

    /** The lines of each stream. */
    Map<String, List<String>> streams() {
        Map<String, List<String>> streams = new LinkedHashMap<>();
        STREAMS.forEach(stream -> streams.put(stream, new ArrayList<>()));
        lines.forEach(line -> streams.get(line.stream()).add(line.json()));
        return streams;
    }

    private static long horizon(RandomFacts facts) {
        if (facts.onceIn(2)) {
            return OracleReader.ofLines(facts.lines()).stream()
                    .mapToLong(OracleEvent::time)
                    .max()
                    .orElse(0);
        }
        return facts.instant() + (facts.onceIn(3) ? 400 * RandomFacts.DAY : 0);
    }

    private static List<Line> delivered(List<Line> lines, Random random) {
        List<Line> delivered = new ArrayList<>(lines);
        for (Line line : lines) {
            if (random.nextInt(8) == 0) {
                delivered.add(line);
            }
        }
        Collections.shuffle(delivered, random);
        return List.copyOf(delivered);
    }
}
