package io.xunjian.rules.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds what matters in a long list that fails: leaves out all that it fails without. */
public final class Shrinker {

    private Shrinker() {}

    /**
     * A part of a failing list that still fails, and of which no single entry can be left out.
     *
     * @param failing fails
     */
    public static <T> List<T> smallest(List<T> failing, Predicate<List<T>> fails) {
        List<T> smallest = List.copyOf(failing);
        int chunk = Math.max(1, smallest.size() / 2);
        while (true) {
            List<T> smaller = withoutAChunk(smallest, chunk, fails);
            if (smaller != null) {
                smallest = smaller;
            } else if (chunk == 1) {
                return smallest;
            } else {
                chunk = Math.max(1, chunk / 2);
            }
        }
    }

    private static <T> List<T> withoutAChunk(List<T> list, int chunk, Predicate<List<T>> fails) {
        for (int from = 0; from < list.size(); from += chunk) {
            List<T> rest = new ArrayList<>(list.subList(0, from));
            rest.addAll(list.subList(Math.min(list.size(), from + chunk), list.size()));
            if (fails.test(rest)) {
                return rest;
            }
        }
        return null;
    }

    /** Asserts that something holds of a list; where it does not, tells the smallest part of which it does not hold. */
    public static <T> void assertHolds(List<T> list, Predicate<List<T>> holds) {
        if (!holds.test(list)) {
            StringBuilder told = new StringBuilder("does not hold of:");
            smallest(list, holds.negate()).forEach(entry -> told.append("\n  ").append(entry));
            throw new AssertionError(told.toString());
        }
    }
}
