package io.xunjian.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Providers without a settlement or without a service order for 90 days. */
final class ProviderInactiveOracle {

    static final String CODE = "PROVIDER_INACTIVE";

    private final String provider;
    private final OracleHistory history;
    private final OracleHistory granted;
    private final Collection<OracleHistory> payments;
    private final OracleHistory refunds;
    private final List<LocalDate> settlementDays;
    private final OracleBook book;

    private ProviderInactiveOracle(
            String provider, OracleHistory history, List<LocalDate> settlementDays, OracleBook book) {
        this.provider = provider;
        this.history = history;
        OracleHistory own = history.where(event -> provider.equals(event.text("providerId")));
        this.granted = own.of("CATEGORY_GRANTED");
        this.payments = own.of("SERVICE_ORDER_PAID")
                .by(paid -> paid.text("serviceOrderId"))
                .values();
        this.refunds = own.of("SERVICE_ORDER_REFUNDED");
        this.settlementDays = settlementDays;
        this.book = book;
    }

    static List<OracleAlert> alerts(OracleHistory all, OracleBook book) {
        OracleHistory bindings = all.of("SHOP_BOUND", "SHOP_UNBOUND");
        OracleHistory settled = all.of("ORDER_SETTLED");
        OracleHistory history = all.where(event -> event.has("providerId"));
        List<OracleAlert> alerts = new ArrayList<>();
        for (String provider : history.by(event -> event.text("providerId")).keySet()) {
            List<LocalDate> settlementDays = settled.events().stream()
                    .filter(one -> provider.equals(boundTo(bindings, one.text("shopId"), one.time())))
                    .map(one -> PlatformDays.day(one.time()))
                    .toList();
            alerts.addAll(new ProviderInactiveOracle(provider, history, settlementDays, book).alerts());
        }
        return alerts;
    }

    /** The provider to which a shop is bound at an instant, null if to none. */
    private static String boundTo(OracleHistory bindings, String shop, long at) {
        String bound = null;
        for (OracleEvent binding : bindings.events()) {
            if (binding.time() <= at && binding.text("shopId").equals(shop)) {
                if (binding.is("SHOP_BOUND")) {
                    bound = binding.text("providerId");
                } else if (binding.text("providerId").equals(bound)) {
                    bound = null;
                }
            }
        }
        return bound;
    }

    private List<OracleAlert> alerts() {
        List<OracleAlert> alerts = new ArrayList<>();
        if (granted.events().isEmpty()) {
            return alerts;
        }
        LocalDate firstOfRun = null;
        LocalDate day = PlatformDays.day(granted.first().time());
        for (; PlatformDays.midnight(day) <= history.asOf(); day = day.plusDays(1)) {
            if (isInactive(day)) {
                firstOfRun = firstOfRun == null ? day : firstOfRun;
            } else if (firstOfRun != null) {
                alerts.add(alert(firstOfRun, isJudged(day) ? PlatformDays.midnight(day) : null));
                firstOfRun = null;
            }
        }
        if (firstOfRun != null) {
            alerts.add(alert(firstOfRun, null));
        }
        return alerts;
    }

    private OracleAlert alert(LocalDate firstDay, Long curedAt) {
        long raisedAt = PlatformDays.midnight(firstDay);
        return OracleAlert.of(
                book.version(CODE, raisedAt), provider + ":" + firstDay, "PROVIDER", provider, 1, raisedAt, curedAt);
    }

    private boolean isJudged(LocalDate day) {
        return book.version(CODE, PlatformDays.midnight(day)) != null;
    }

    private boolean isInactive(LocalDate day) {
        OracleVersion version = book.version(CODE, PlatformDays.midnight(day));
        if (version == null) {
            return false;
        }
        OracleEvent grant = granted.where(event -> event.text("categoryCode").equals(version.text("categoryCode")))
                .first();
        if (grant == null || day.isBefore(PlatformDays.day(grant.time()).plusDays(version.integer("minTenureDays")))) {
            return false;
        }
        boolean settled = settlementDays.stream().anyMatch(settlement -> isInWindow(settlement, day, version));
        boolean ordered = payments.stream().anyMatch(ofOneOrder -> counts(ofOneOrder, day, version));
        return version.text("logic").equals("OR") ? !settled || !ordered : !settled && !ordered;
    }

    private boolean counts(OracleHistory ofOneOrder, LocalDate day, OracleVersion version) {
        OracleEvent paid = ofOneOrder
                .where(payment -> payment.text("categoryCode").equals(version.text("categoryCode"))
                        && payment.number("amountFen") >= version.integer("minOrderFen"))
                .first();
        if (paid == null || !isInWindow(PlatformDays.day(paid.time()), day, version)) {
            return false;
        }
        return refunds.events().stream()
                .filter(refund -> refund.text("serviceOrderId").equals(paid.text("serviceOrderId")))
                .noneMatch(refund -> refund.time() < PlatformDays.midnight(day));
    }

    private static boolean isInWindow(LocalDate what, LocalDate day, OracleVersion version) {
        return what.isBefore(day) && !what.isBefore(day.minusDays(version.integer("days")));
    }
}
