package io.xunjian.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A net alert in the fields in which two runs must agree.
 *
 * @param curedAt null without a cure
 */
record OracleAlert(
        String alertId,
        String ruleCode,
        int ruleVersion,
        String subjectType,
        String subjectId,
        int level,
        String status,
        long raisedAt,
        Long curedAt) {

    static final Comparator<OracleAlert> AS_WRITTEN =
            Comparator.comparingLong(OracleAlert::raisedAt).thenComparing(OracleAlert::alertId, OracleEvent.BY_BYTES);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An alert that is open, or cured if there is an instant of the cure. */
    static OracleAlert of(
            OracleVersion version,
            String occurrence,
            String subjectType,
            String subjectId,
            int level,
            long raisedAt,
            Long curedAt) {
        return new OracleAlert(
                version.ruleCode() + ":" + occurrence,
                version.ruleCode(),
                version.number(),
                subjectType,
                subjectId,
                level,
                curedAt == null ? "OPEN" : "CURED",
                raisedAt,
                curedAt);
    }

    /** The alerts of a file of net alerts. */
    static List<OracleAlert> read(Path file) throws IOException {
        List<OracleAlert> alerts = new ArrayList<>();
        for (byte[] line : OracleReader.lines(file)) {
            if (line.length > 0) {
                alerts.add(of(JSON.readTree(line)));
            }
        }
        return alerts;
    }

    private static OracleAlert of(JsonNode alert) {
        return new OracleAlert(
                alert.get("alertId").textValue(),
                alert.get("ruleCode").textValue(),
                alert.get("ruleVersion").intValue(),
                alert.get("subjectType").textValue(),
                alert.get("subjectId").textValue(),
                alert.get("level").intValue(),
                alert.get("status").textValue(),
                alert.get("raisedAt").longValue(),
                alert.hasNonNull("curedAt") ? alert.get("curedAt").longValue() : null);
    }
}
