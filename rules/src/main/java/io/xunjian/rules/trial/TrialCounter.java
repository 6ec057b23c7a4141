package io.xunjian.rules.trial;

import io.xunjian.rules.Finding;
import io.xunjian.rules.alert.AlertTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what each book of a trial finds: alerts, and the shops that they are about. */
public final class TrialCounter {

    private record RuleAndShop(String ruleCode, String shopId) {}

    private final List<AlertTotals> alerts = new ArrayList<>();
    private final Map<RuleAndShop, TriedShop> shops = new HashMap<>();
    private final boolean areShopsCounted;

    public TrialCounter(Trial trial) {
        for (int book = 0; book < trial.size(); book++) {
            alerts.add(new AlertTotals());
        }
        areShopsCounted = trial.size() > 1;
    }

    public void add(Finding finding, long books) {
        for (long rest = books; rest != 0; rest &= rest - 1) {
            alerts.get(Long.numberOfTrailingZeros(rest)).add(finding);
        }
        TriedShop shop = areShopsCounted ? TriedShop.of(finding, books) : null;
        if (shop != null) {
            add(shop);
        }
    }

    private void add(TriedShop shop) {
        shops.merge(new RuleAndShop(shop.ruleCode(), shop.shopId()), shop, TriedShop::with);
    }

    public void add(TrialCounter other) {
        for (int book = 0; book < alerts.size(); book++) {
            alerts.get(book).add(other.alerts.get(book));
        }
        other.shops.values().forEach(this::add);
    }

    public TrialTotals totals() {
        List<Map<String, Long>> shopsOfBooks = new ArrayList<>();
        for (int book = 0; book < alerts.size(); book++) {
            shopsOfBooks.add(shopsOf(book));
        }
        return new TrialTotals(alerts, shopsOfBooks);
    }

    private Map<String, Long> shopsOf(int book) {
        return new TreeMap<>(shops.values().stream()
                .filter(shop -> (shop.books() & (1L << book)) != 0)
                .collect(Collectors.groupingBy(TriedShop::ruleCode, Collectors.counting())));
    }
}
