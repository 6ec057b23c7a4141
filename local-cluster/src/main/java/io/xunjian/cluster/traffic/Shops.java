package io.xunjian.cluster.traffic;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The shops, numbered from 1: the first sell most. One in four is careless and owes nearly all that ships late. */
final class Shops {

    private static final double CARELESSNESS_OF_THE_CAREFUL = 0.1;

    private final double[] salesUpTo;
    private final double carelessnessOfTheCareless;

    Shops(int count) {
        double[] sales = IntStream.rangeClosed(1, count)
                .mapToDouble(number -> 1 / Math.pow(number + 5.0, 0.7))
                .toArray();
        double all =
                IntStream.rangeClosed(1, count).mapToDouble(n -> sales[n - 1]).sum();
        double careless = IntStream.rangeClosed(1, count)
                .filter(Shops::isCareless)
                .mapToDouble(number -> sales[number - 1] / all)
                .sum();
        salesUpTo = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sales[i] / all;
            salesUpTo[i] = sum;
        }
        carelessnessOfTheCareless = (1 - CARELESSNESS_OF_THE_CAREFUL * (1 - careless)) / careless;
    }

    int count() {
        return salesUpTo.length;
    }

    /** The shop of the next order. */
    int pick(Dice dice) {
        double point = dice.unit();
        int found = Arrays.binarySearch(salesUpTo, point);
        return Math.min(count(), (found < 0 ? -found - 1 : found) + 1);
    }

    /** How much more often than the average it fails; over all orders the average is 1. */
    double carelessness(int number) {
        return isCareless(number) ? carelessnessOfTheCareless : CARELESSNESS_OF_THE_CAREFUL;
    }

    static String id(int number) {
        return "shop-%03d".formatted(number);
    }

    private static boolean isCareless(int number) {
        return number % 4 == 1;
    }
}
