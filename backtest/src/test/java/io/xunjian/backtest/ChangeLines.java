package io.xunjian.backtest;

/** Lines of {@code diff.jsonl}. */
final class ChangeLines {

    private ChangeLines() {}

    static String added(String alertId, String shopId, long amountFen) {
        return line("ADDED", alertId, "\"after\":" + alert(alertId, shopId, 1, amountFen));
    }

    static String removed(String alertId, String shopId, long amountFen) {
        return line("REMOVED", alertId, "\"before\":" + alert(alertId, shopId, 1, amountFen));
    }

    static String changed(String alertId, String shopId, long before, long after) {
        return line(
                "CHANGED",
                alertId,
                "\"changed\":[\"actions\"],\"before\":" + alert(alertId, shopId, 2, before) + ",\"after\":"
                        + alert(alertId, shopId, 2, after));
    }

    private static String line(String change, String alertId, String rest) {
        return "{\"change\":\"" + change + "\",\"alertId\":\"" + alertId + "\",\"ruleCode\":\"" + rule(alertId) + "\","
                + rest + "}\n";
    }

    private static String alert(String alertId, String shopId, int level, long amountFen) {
        return "{\"alertId\":\"" + alertId + "\",\"ruleCode\":\"" + rule(alertId)
                + "\",\"subjectType\":\"SHOP\",\"subjectId\":\"" + shopId + "\",\"keys\":{},\"level\":" + level
                + ",\"actions\":[{\"type\":\"WARNING\"},{\"type\":\"DEPOSIT_DEDUCTION\",\"amountFen\":" + amountFen
                + "}]}";
    }

    private static String rule(String alertId) {
        return alertId.split(":", 2)[0];
    }
}
