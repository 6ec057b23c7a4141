package io.xunjian.cluster.traffic;

import static java.util.concurrent.TimeUnit.DAYS;

/**
 * How an agency provider buys: about every month. One in seven is idle: it buys so little that its service orders stop for
 * more than 90 days, the first time soon after the start. Times are epoch milliseconds.
 */
final class Provider {

    private final int number;
    private final Dice dice;
    private final long granted;
    private long nextPurchase;
    private int purchases;

    Provider(int number, long start, Dice dice) {
        this.number = number;
        this.dice = dice;
        this.granted = start - (isIdle() ? dice.days(98, 100) : dice.days(100, 200));
        this.nextPurchase = isIdle() ? start - dice.days(84, 89) : granted + dice.days(0, 20);
    }

    String id() {
        return Providers.id(number);
    }

    long granted() {
        return granted;
    }

    long nextPurchase() {
        return nextPurchase;
    }

    /** The id of the purchase that is due, after which the next one is. */
    String purchase() {
        purchases++;
        boolean isLongPause = isIdle() ? purchases % 2 == 1 : dice.chance(0.01);
        nextPurchase += isLongPause ? DAYS.toMillis(95) + dice.days(0, 10) : dice.days(15, 35);
        return "so-%s-%04d".formatted(id(), purchases);
    }

    private boolean isIdle() {
        return number % 7 == 3;
    }
}
