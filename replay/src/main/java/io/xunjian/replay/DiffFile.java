package io.xunjian.replay;

import io.xunjian.replay.Found.Place;
import io.xunjian.rules.Finding;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.trial.AlertChange;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes in what the candidate differs from the baseline, in the order of alerts. */
final class DiffFile {

    private static final int BLOCK = 1024;

    private final Place[] places;
    private final Trial trial;

    /** @param places of all alerts that both books found, in the order of alerts */
    DiffFile(Place[] places, Trial trial) {
        this.places = places;
        this.trial = trial;
    }

    /** What the books say of one alert where they differ, {@code null} where one says nothing. */
    private record Pair(Place before, Place after) implements Comparable<Pair> {

        static Pair of(Place one, Place other) {
            return one.isOf(1L << Trial.BASELINE) ? new Pair(one, other) : new Pair(other, one);
        }

        private Place place() {
            return after == null ? before : after;
        }

        @Override
        public int compareTo(Pair other) {
            return place().compareTo(other.place());
        }
    }

    void write(OutFolder out, Threads threads) throws IOException, TooBigForMemory {
        List<Pair> pairs = pairs();
        pairs.sort(null);
        int blocks = (pairs.size() + BLOCK - 1) / BLOCK;
        try (OutputStream file = Files.newOutputStream(out.unfinished(OutFolder.DIFF))) {
            threads.inOrder(
                    blocks,
                    block -> lines(pairs.subList(block * BLOCK, Math.min(pairs.size(), (block + 1) * BLOCK))),
                    lines -> file.write(lines.bytes(), 0, lines.length()));
        }
    }

    /** Two that were raised at the same instant stand beside each other; the few others are matched by their alert's id. */
    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Map<String, Place> single = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i].books() == trial.kept()) {
                continue;
            }
            if (i + 1 < places.length && places[i].compareTo(places[i + 1]) == 0) {
                pairs.add(Pair.of(places[i], places[++i]));
                continue;
            }
            Place other = single.remove(places[i].alertId());
            if (other == null) {
                single.put(places[i].alertId(), places[i]);
            } else {
                pairs.add(Pair.of(other, places[i]));
            }
        }
        single.values().forEach(place -> pairs.add(Pair.of(place, null)));
        return pairs;
    }

    private ByteSink lines(List<Pair> pairs) throws IOException {
        ByteSink lines = new ByteSink();
        ByteSource source = new ByteSource();
        for (Pair pair : pairs) {
            AlertChange change = AlertChange.between(trial, finding(pair.before, source), finding(pair.after, source));
            if (change != null) {
                lines.write(change.json());
                lines.write('\n');
            }
        }
        return lines;
    }

    private static Finding finding(Place place, ByteSource source) throws IOException {
        return place == null ? null : place.read(source);
    }
}
