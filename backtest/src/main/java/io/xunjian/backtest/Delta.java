package io.xunjian.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** How some alerts of the candidate differ from those of the baseline, in numbers. */
public final class Delta {

    private long added;
    private long removed;
    private long changed;
    private long amountFen;
    private final Set<String> shops = new HashSet<>();

    void add(JsonNode change) {
        switch (change.get("change").asText()) {
            case "ADDED" -> added++;
            case "REMOVED" -> removed++;
            default -> changed++;
        }
        amountFen += amount(change.path("after")) - amount(change.path("before"));
        JsonNode alert = change.has("after") ? change.get("after") : change.get("before");
        JsonNode shop = alert.get("subjectType").asText().equals("SHOP")
                ? alert.get("subjectId")
                : alert.path("keys").path("shopId");
        if (shop.isTextual()) {
            shops.add(shop.asText());
        }
    }

    private static long amount(JsonNode alert) {
        long amount = 0;
        for (JsonNode action : alert.path("actions")) {
            amount += action.path("amountFen").asLong();
        }
        return amount;
    }

    public long added() {
        return added;
    }

    public long removed() {
        return removed;
    }

    public long changed() {
        return changed;
    }

    /** By how much more the actions come to, in 1/100 yuan; below zero where they come to less. */
    public long amountFen() {
        return amountFen;
    }

    /** How many shops would notice. */
    public long shops() {
        return shops.size();
    }

    long changes() {
        return added + removed + changed;
    }

    void writeFields(JsonGenerator json) throws IOException {
        json.writeNumberField("added", added);
        json.writeNumberField("removed", removed);
        json.writeNumberField("changed", changed);
        json.writeNumberField("shops", shops.size());
        json.writeNumberField("amountFen", amountFen);
    }
}
