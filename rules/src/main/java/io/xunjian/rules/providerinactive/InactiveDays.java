package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Instants;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The walk over a provider's days, from where the facts were pruned to the last on which anything known can change. It stops
 * only where something does: a day costs O(1), and a quiet one nothing.
 */
final class InactiveDays {

    private final ProviderFacts provider;
    private final RuleBook book;
    private final List<Run> runs = new ArrayList<>();

    private RuleVersion version;
    private ProviderInactiveParameters parameters;
    private Leg settlements;
    private Leg serviceOrders;
    private Run run;

    private InactiveDays(ProviderFacts provider, RuleBook book) {
        this.provider = provider;
        this.book = book;
        this.run = provider.run();
    }

    /** Every run that begins by then, the earliest first; each as it ends by what is known. */
    static List<Run> upTo(int lastDay, ProviderFacts provider, RuleBook book) {
        InactiveDays walk = new InactiveDays(provider, book);
        int day = walk.firstDay();
        while (day <= lastDay && day != Run.NOT) {
            walk.judge(day);
            day = walk.nextChange(day);
        }
        if (walk.run != null) {
            walk.runs.add(walk.run);
        }
        return walk.runs;
    }

    private int firstDay() {
        if (provider.prunedTo() != Instants.BEFORE_ALL) {
            return Instants.day(provider.prunedTo());
        }
        int firstVersion = book.versions(ProviderInactive.CODE).stream()
                .mapToInt(InactiveDays::firstDayOf)
                .min()
                .orElse(Run.NOT);
        int firstGrant = provider.grants().stream()
                .mapToInt(grant -> Instants.day(grant.act().eventTime()))
                .min()
                .orElse(Run.NOT);
        return Math.max(firstVersion, firstGrant);
    }

    /** The first day at whose midnight a version is in force. */
    private static int firstDayOf(RuleVersion version) {
        return Instants.day(version.effectiveFrom() - 1) + 1;
    }

    private void judge(int day) {
        take(book.at(ProviderInactive.CODE, Instants.midnight(day)));
        if (version == null) {
            end(day, List.of(), false);
            return;
        }
        settlements.advance(day);
        serviceOrders.advance(day);
        String missing = missing(day);
        if (missing.isEmpty()) {
            end(day, acts(day), true);
        } else if (run == null) {
            TreeSet<Evidence> basis = new TreeSet<>(acts(day));
            basis.add(provider.grants()
                    .get(new Grant(parameters.categoryCode(), null))
                    .act());
            run = Run.from(day, missing, version.version(), List.copyOf(basis));
        }
    }

    /** Judges by this version from now on; its legs are walked anew. */
    private void take(RuleVersion now) {
        if (number(now) == number(version)) {
            return;
        }
        version = now;
        if (now != null) {
            parameters = (ProviderInactiveParameters) now.parameters();
            settlements = Leg.settlements(provider, parameters);
            serviceOrders = Leg.serviceOrders(provider, parameters);
        }
    }

    private static int number(RuleVersion version) {
        return version == null ? 0 : version.version();
    }

    /** The legs for whose want the provider is inactive, empty if it is not. */
    private String missing(int day) {
        Grant grant = provider.grants().get(new Grant(parameters.categoryCode(), null));
        if (grant == null || day < tenured(grant)) {
            return "";
        }
        boolean isSettled = settlements.isThere(day);
        boolean isOrdered = serviceOrders.isThere(day);
        boolean isActive = parameters.logic() == Logic.OR ? isSettled && isOrdered : isSettled || isOrdered;
        if (isActive) {
            return "";
        }
        return isSettled ? "SERVICE_ORDER" : isOrdered ? "SETTLEMENT" : "SETTLEMENT,SERVICE_ORDER";
    }

    private int tenured(Grant grant) {
        return Instants.day(grant.act().eventTime()) + parameters.minTenureDays();
    }

    private void end(int day, List<Evidence> cure, boolean isActive) {
        if (run != null) {
            runs.add(isActive ? run.until(day, cure) : run);
            run = null;
        }
    }

    private List<Evidence> acts(int day) {
        List<Evidence> acts = new ArrayList<>(settlements.acts(day));
        acts.addAll(serviceOrders.acts(day));
        return acts;
    }

    private int nextChange(int day) {
        int next = Run.NOT;
        if (version != null) {
            next = Math.min(settlements.nextChange(day), serviceOrders.nextChange(day));
            Grant grant = provider.grants().get(new Grant(parameters.categoryCode(), null));
            if (grant != null && tenured(grant) > day) {
                next = Math.min(next, tenured(grant));
            }
        }
        for (RuleVersion other : book.versions(ProviderInactive.CODE)) {
            if (firstDayOf(other) > day) {
                next = Math.min(next, firstDayOf(other));
            }
        }
        return next;
    }
}
