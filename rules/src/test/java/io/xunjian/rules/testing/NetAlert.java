package io.xunjian.rules.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Status;
import io.xunjian.rules.Utf8Order;
import io.xunjian.rules.event.SubjectType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The fields of an alert in which two runs must agree.
 *
 * @param curedAt epoch ms, {@link Instants#NEVER} without a cure
 */
public record NetAlert(
        String alertId,
        String ruleCode,
        int ruleVersion,
        SubjectType subjectType,
        String subjectId,
        int level,
        Status status,
        long raisedAt,
        long curedAt) {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Comparator<NetAlert> AS_WRITTEN =
            Comparator.comparingLong(NetAlert::raisedAt).thenComparing(NetAlert::alertId, Utf8Order::compare);

    public static NetAlert of(Finding finding) {
        return new NetAlert(
                finding.alertId(),
                finding.ruleCode(),
                finding.ruleVersion(),
                finding.subjectType(),
                finding.subjectId(),
                finding.level(),
                finding.status(),
                finding.raisedAt(),
                finding.curedAt());
    }

    /** One line of {@code alerts.jsonl}, or one record's value of the topic. */
    public static NetAlert of(String json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken().isScalarValue()) {
                    fields.put(name, parser.getText());
                }
                parser.skipChildren();
            }
        }
        return new NetAlert(
                fields.get("alertId"),
                fields.get("ruleCode"),
                Integer.parseInt(fields.get("ruleVersion")),
                SubjectType.valueOf(fields.get("subjectType")),
                fields.get("subjectId"),
                Integer.parseInt(fields.get("level")),
                Status.valueOf(fields.get("status")),
                Long.parseLong(fields.get("raisedAt")),
                fields.containsKey("curedAt") ? Long.parseLong(fields.get("curedAt")) : Instants.NEVER);
    }

    /** Every line of {@code alerts.jsonl}, or of {@code .jsonl.gz}, in its order. */
    public static List<NetAlert> read(Path file) throws IOException {
        List<NetAlert> alerts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    alerts.add(of(line));
                }
            }
        }
        return alerts;
    }

    /** What a reader holds who upserts by alertId, in the order of {@code alerts.jsonl}: the newest of each, none revoked. */
    public static List<NetAlert> net(Collection<NetAlert> asTheyCame) {
        Map<String, NetAlert> newest = new LinkedHashMap<>();
        asTheyCame.forEach(alert -> newest.put(alert.alertId(), alert));
        return newest.values().stream()
                .filter(alert -> alert.status() != Status.REVOKED)
                .sorted(AS_WRITTEN)
                .toList();
    }

    /** The net alerts of findings, in the order of {@code alerts.jsonl}. */
    public static List<NetAlert> ofAll(Collection<Finding> findings) {
        return net(findings.stream().map(NetAlert::of).toList());
    }
}
