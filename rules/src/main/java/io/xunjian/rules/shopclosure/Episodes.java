package io.xunjian.rules.shopclosure;

import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The walk over a shop's breaches, from where the facts were pruned to an instant. An episode begins with the breach that
 * makes {@code minOrders} within the window; a breach that comes within the window after the one before continues it. Both
 * by the version in force at that first breach.
 */
final class Episodes {

    /** Where an episode begins: its first breach, the version in force then, and the breaches that were counted. */
    record Start(Breach first, RuleVersion version, List<Breach> counted) {}

    private final ShopFacts shop;
    private final RuleBook book;
    private final List<Start> starts = new ArrayList<>();
    private long episodeUntil;
    private long episodeWindow;

    private Episodes(ShopFacts shop, RuleBook book) {
        this.shop = shop;
        this.book = book;
        this.episodeUntil = shop.episodeUntil();
        this.episodeWindow = shop.episodeWindow();
    }

    static List<Start> upTo(long asOf, ShopFacts shop, RuleBook book) {
        return new Episodes(shop, book).walk(asOf).starts;
    }

    /** Ends the walk at {@code before}; keeps of the breaches up to then those that later ones are counted with. */
    static ShopFacts prune(ShopFacts shop, long before, RuleBook book) {
        if (before <= shop.prunedTo() || shop.breaches().isEmpty()) {
            return shop;
        }
        long counted = Instants.minus(before, longestWindow(book));
        List<Breach> kept = shop.breaches().stream()
                .filter(breach -> breach.raisedAt() > counted)
                .toList();
        Episodes walk = new Episodes(shop, book).walk(before);
        return new ShopFacts(kept, before, walk.episodeUntil, walk.episodeWindow);
    }

    /** From then on, no breach that is still to come is counted with, or continues, what was up to an instant. */
    static long over(long instant, RuleBook book) {
        return Instants.plus(instant, longestWindow(book));
    }

    private static long longestWindow(RuleBook book) {
        return longestWindow(book.versions(ShopClosure.CODE).stream()
                .map(RuleVersion::parameters)
                .toList());
    }

    static long longestWindow(List<? extends Serializable> versions) {
        return versions.stream()
                .mapToLong(parameters -> ((ShopClosureParameters) parameters).window())
                .max()
                .orElseThrow();
    }

    private Episodes walk(long asOf) {
        for (Breach breach : shop.breaches()) {
            if (breach.stands() && breach.raisedAt() > shop.prunedTo() && breach.raisedAt() <= asOf) {
                step(breach);
            }
        }
        return this;
    }

    private void step(Breach breach) {
        if (breach.raisedAt() > episodeUntil && !begins(breach)) {
            return;
        }
        episodeUntil = breach.raisedAt() + episodeWindow;
    }

    /** Whether an episode begins with this breach; notes it, if so. */
    private boolean begins(Breach breach) {
        RuleVersion version = book.at(ShopClosure.CODE, breach.raisedAt());
        if (version == null) {
            return false;
        }
        ShopClosureParameters parameters = (ShopClosureParameters) version.parameters();
        List<Breach> counted = within(breach.raisedAt() - parameters.window(), breach.raisedAt());
        if (counted.size() < parameters.minOrders()) {
            return false;
        }
        starts.add(new Start(breach, version, counted));
        episodeWindow = parameters.window();
        return true;
    }

    /** The standing breaches in {@code (from, to]}. */
    private List<Breach> within(long from, long to) {
        return shop.breaches().stream()
                .filter(breach -> breach.stands() && breach.raisedAt() > from && breach.raisedAt() <= to)
                .toList();
    }
}
