package io.xunjian.oracle;

import java.util.ArrayList;
import java.util.List;

/** Shops that missed several calls in a row. */
final class CsUnreachableOracle {

    static final String CODE = "CS_UNREACHABLE";

    private CsUnreachableOracle() {}

    static List<OracleAlert> alerts(OracleHistory history, OracleBook book) {
        List<OracleAlert> alerts = new ArrayList<>();
        history.of("CALL_ATTEMPT")
                .by(call -> List.of(call.text("shopId"), call.text("caseId", "")))
                .forEach((shopAndCase, calls) -> alerts.addAll(ofCase(shopAndCase.get(0), calls, book)));
        return alerts;
    }

    private static List<OracleAlert> ofCase(String shop, OracleHistory calls, OracleBook book) {
        List<OracleAlert> alerts = new ArrayList<>();
        List<Long> pending = new ArrayList<>();
        for (OracleEvent call : calls.events()) {
            OracleVersion version = book.version(CODE, call.time());
            if (version == null || !version.texts("sources").contains(call.text("source"))) {
                continue;
            }
            if (isReached(call, version)) {
                pending.clear();
            } else if (call.text("direction", "IN").equals("IN")) {
                pending.removeIf(missed -> missed < call.time() - version.millis("window"));
                pending.add(call.time());
                if (pending.size() >= version.integer("calls")) {
                    alerts.add(OracleAlert.of(version, shop + ":" + call.id(), "SHOP", shop, 1, call.time(), null));
                    pending.clear();
                }
            }
        }
        return alerts;
    }

    private static boolean isReached(OracleEvent call, OracleVersion version) {
        return call.text("result").equals("ANSWERED")
                && (!call.has("talkSeconds") || call.number("talkSeconds") >= version.integer("minTalkSeconds"));
    }
}
