package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Shops whose orders were late to the end. */
final class ShopClosureOracle {

    static final String CODE = "SHOP_CLOSURE";

    private ShopClosureOracle() {}

    static List<OracleAlert> alerts(List<LateShipmentOracle.Breach> all, OracleBook book) {
        List<OracleAlert> alerts = new ArrayList<>();
        TreeSet<String> shops = new TreeSet<>();
        all.forEach(breach -> shops.add(breach.alert().subjectId()));
        for (String shop : shops) {
            List<LateShipmentOracle.Breach> ofShop = all.stream()
                    .filter(breach ->
                            breach.last() && breach.alert().subjectId().equals(shop))
                    .sorted(Comparator.comparing(LateShipmentOracle.Breach::alert, OracleAlert.AS_WRITTEN))
                    .toList();
            alerts.addAll(ofShop(shop, ofShop, book));
        }
        return alerts;
    }

    private static List<OracleAlert> ofShop(String shop, List<LateShipmentOracle.Breach> breaches, OracleBook book) {
        List<OracleAlert> alerts = new ArrayList<>();
        OracleVersion episode = null;
        long before = Long.MIN_VALUE;
        for (LateShipmentOracle.Breach breach : breaches) {
            long at = breach.alert().raisedAt();
            if (episode != null && at > before + episode.millis("window")) {
                episode = null;
            }
            OracleVersion version = book.version(CODE, at);
            if (episode == null && version != null && count(breaches, at, version) >= version.integer("minOrders")) {
                episode = version;
                alerts.add(OracleAlert.of(version, shop + ":" + breach.orderId(), "SHOP", shop, 1, at, null));
            }
            before = at;
        }
        return alerts;
    }

    private static long count(List<LateShipmentOracle.Breach> breaches, long at, OracleVersion version) {
        return breaches.stream()
                .mapToLong(breach -> breach.alert().raisedAt())
                .filter(raisedAt -> raisedAt > at - version.millis("window") && raisedAt <= at)
                .count();
    }
}
