package io.xunjian.rules.shopclosure;

import io.xunjian.rules.Instants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is known of one shop's orders that were late to the last level.
 *
 * @param breaches by (raisedAt, alertId); those up to {@code prunedTo} are there to be counted only
 * @param prunedTo epoch ms up to which the walk over the breaches is over
 * @param episodeUntil epoch ms: the next breach up to then belongs to the episode that was running at {@code prunedTo};
 *     {@link Instants#BEFORE_ALL} if none was
 * @param episodeWindow ms: that of the version by which this episode began
 */
record ShopFacts(List<Breach> breaches, long prunedTo, long episodeUntil, long episodeWindow) {

    static final ShopFacts NONE = new ShopFacts(List.of(), Instants.BEFORE_ALL, Instants.BEFORE_ALL, 0);

    static ShopFacts of(Breach breach) {
        return new ShopFacts(List.of(breach), Instants.BEFORE_ALL, Instants.BEFORE_ALL, 0);
    }

    ShopFacts join(ShopFacts other) {
        ShopFacts further = prunedTo >= other.prunedTo ? this : other;
        Map<String, Breach> newest = new LinkedHashMap<>();
        Stream.concat(breaches.stream(), other.breaches.stream())
                .forEach(breach -> newest.merge(breach.alertId(), breach, Breach::newer));
        return new ShopFacts(
                newest.values().stream().sorted().toList(),
                further.prunedTo,
                further.episodeUntil,
                further.episodeWindow);
    }
}
