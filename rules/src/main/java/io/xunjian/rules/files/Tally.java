package io.xunjian.rules.files;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.Reason;
import java.util.EnumMap;
import java.util.Map;

/** What became of the records of each stream. Not for use by two threads at once; tallies of threads are added up. */
public final class Tally {

    private final long[][] counts = new long[Stream.values().length][Count.values().length];
    private final long[] reasons = new long[Reason.values().length];
    private long ignoredFields;

    public void count(Stream stream, Count count) {
        counts[stream.ordinal()][count.ordinal()]++;
    }

    public void count(Stream stream, Count count, long records) {
        counts[stream.ordinal()][count.ordinal()] += records;
    }

    /** Counts a dead letter, also by its reason. */
    public void refused(Stream stream, Reason reason) {
        count(stream, Count.DEAD_LETTERS);
        reason(reason, 1);
    }

    /** Counts dead letters by their reason only. */
    public void reason(Reason reason, long records) {
        reasons[reason.ordinal()] += records;
    }

    /** Counts fields that the contract does not name. */
    public void ignoredFields(long fields) {
        ignoredFields += fields;
    }

    public long of(Stream stream, Count count) {
        return counts[stream.ordinal()][count.ordinal()];
    }

    /** Over all streams. */
    public long of(Count count) {
        long sum = 0;
        for (long[] stream : counts) {
            sum += stream[count.ordinal()];
        }
        return sum;
    }

    public long ignoredFields() {
        return ignoredFields;
    }

    /** How many dead letters there are for each reason that occurred. */
    public Map<Reason, Long> reasons() {
        Map<Reason, Long> occurred = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            if (reasons[reason.ordinal()] > 0) {
                occurred.put(reason, reasons[reason.ordinal()]);
            }
        }
        return occurred;
    }

    public void add(Tally other) {
        for (int stream = 0; stream < counts.length; stream++) {
            for (int count = 0; count < counts[stream].length; count++) {
                counts[stream][count] += other.counts[stream][count];
            }
        }
        for (int reason = 0; reason < reasons.length; reason++) {
            reasons[reason] += other.reasons[reason];
        }
        ignoredFields += other.ignoredFields;
    }

    /** Whether every record that was read is accounted for, stream by stream. */
    public boolean isConserved() {
        for (Stream stream : Stream.values()) {
            long accounted = 0;
            for (Count count : Count.values()) {
                accounted += count == Count.READ ? 0 : of(stream, count);
            }
            if (accounted != of(stream, Count.READ)) {
                return false;
            }
        }
        return true;
    }
}
