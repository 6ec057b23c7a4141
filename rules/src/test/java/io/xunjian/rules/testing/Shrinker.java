package io.xunjian.rules.testing;

import java.util.ArrayList;
import java.util.List;

/** Finds what matters in a long list that fails: leaves out all that it fails without. */
public final class Shrinker {

    private Shrinker() {}

    /**
     * What holds of a list, or does not. An exception is neither: it goes to whoever asked.
     *
     * @param <E> {@link RuntimeException} where none is declared
     */
    @FunctionalInterface
    public interface Property<T, E extends Exception> {
        boolean holds(List<T> list) throws E;
    }

    /**
     * A part of a failing list that still fails, and of which no single entry can be left out.
     *
     * @param failing fails
     */
    public static <T, E extends Exception> List<T> smallest(List<T> failing, Property<T, E> fails) throws E {
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

    private static <T, E extends Exception> List<T> withoutAChunk(List<T> list, int chunk, Property<T, E> fails)
            throws E {
        for (int from = 0; from < list.size(); from += chunk) {
            List<T> rest = new ArrayList<>(list.subList(0, from));
            rest.addAll(list.subList(Math.min(list.size(), from + chunk), list.size()));
            if (fails.holds(rest)) {
                return rest;
            }
        }
        return null;
    }

    /** Asserts that something holds of a list; where it does not, tells the smallest part of which it does not hold. */
    public static <T, E extends Exception> void assertHolds(List<T> list, Property<T, E> property) throws E {
        if (!property.holds(list)) {
            StringBuilder told = new StringBuilder("does not hold of:");
            Property<T, E> fails = some -> !property.holds(some);
            smallest(list, fails).forEach(entry -> told.append("\n  ").append(entry));
            throw new AssertionError(told.toString());
        }
    }
}
