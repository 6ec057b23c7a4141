package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import java.util.List;

/**
 * Inactive days, one after the other.
 *
 * @param first its first day, in days since 1970-01-01
 * @param legs what was missing on it
 * @param version of the rule, in force on it
 * @param basis the grant, and the last settlements and service orders before it
 * @param ended the first active day after it, {@link #NOT} while none is known
 * @param cure what made that day active
 */
record Run(int first, String legs, int version, List<Evidence> basis, int ended, List<Evidence> cure) {

    /** A day that does not come. */
    static final int NOT = Integer.MAX_VALUE;

    static Run from(int first, String legs, int version, List<Evidence> basis) {
        return new Run(first, legs, version, basis, NOT, List.of());
    }

    /** Epoch ms of the last act that it rests on: before, nobody could know of it. */
    long knownFrom() {
        return basis.get(basis.size() - 1).eventTime();
    }

    Run until(int day, List<Evidence> by) {
        return new Run(first, legs, version, basis, day, by);
    }
}
