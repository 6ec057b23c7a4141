package io.xunjian.cluster.traffic;

import java.time.Instant;
import java.util.List;

/**
 * A marketplace and its accidents, in simulated time: an endless sequence of records by the time of sending, the same for
 * the same seed, start and number of shops. A shop has about ten orders a day, ten shops have an agency provider. What it
 * holds is what is under way, about two weeks of it. Not for use by two threads at once.
 */
public final class Market {

    private static final int SHOPS_TO_A_PROVIDER = 10;

    private final Outbox outbox;
    private final List<Activity> activities;
    private long livedUntil;

    /** The shops number at least four. */
    public Market(long seed, Instant start, int shops) {
        if (shops < 4) {
            throw new IllegalArgumentException("A market has at least 4 shops, not " + shops);
        }
        this.livedUntil = start.toEpochMilli();
        Dice dice = Dice.seeded(seed);
        this.outbox = new Outbox(livedUntil, dice.split());
        Shops all = new Shops(shops);
        int agencies = Math.max(2, shops / SHOPS_TO_A_PROVIDER);
        Complaints complaints = new Complaints(agencies, outbox, dice.split());
        Parcels parcels = new Parcels(outbox, dice.split());
        Providers providers = new Providers(agencies, all, livedUntil, outbox, dice.split());
        providers.rememberUntil(livedUntil);
        this.activities = List.of(
                new Orders(all, parcels, complaints, outbox, dice.split()),
                complaints,
                new Calls(all, outbox, dice.split()),
                providers,
                new Heartbeats(outbox));
    }

    /** When the next record is sent: epoch milliseconds of simulated time. */
    public long nextAt() {
        // What an hour has yet to post is sent in that hour or later.
        while (outbox.nextAt() >= livedUntil) {
            Hour hour = new Hour(livedUntil);
            activities.forEach(activity -> activity.live(hour));
            livedUntil = hour.until();
        }
        return outbox.nextAt();
    }

    public TrafficRecord next() {
        nextAt();
        return outbox.next();
    }

    /** Passes over what is sent up to an instant, that instant included. */
    public void skipTo(Instant sentUpTo) {
        while (nextAt() <= sentUpTo.toEpochMilli()) {
            outbox.next();
        }
    }
}
