package io.xunjian.console.testing;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An alert as it stands on the topic, as small as it may be or with the text that real ones have.
 *
 * @param curedAt negative where it is not cured
 */
public record SampleAlert(
        String alertId,
        String ruleCode,
        String subjectType,
        String subjectId,
        String orderId,
        int level,
        String severity,
        String status,
        long raisedAt,
        long curedAt,
        String padding) {

    /** 2025-06-01 12:00 in Shanghai. */
    public static final long NOON = 1_748_750_400_000L;

    /** An open one about the shop S1. */
    public static SampleAlert open(String alertId) {
        return new SampleAlert(
                alertId, "LATE_SHIPMENT", "SHOP", "S1", "O-" + alertId, 1, "GENERAL", "OPEN", NOON, -1, "");
    }

    /** The same, raised by another rule. */
    public SampleAlert rule(String newCode) {
        return new SampleAlert(
                alertId, newCode, subjectType, subjectId, orderId, level, severity, status, raisedAt, curedAt, padding);
    }

    /** The same, about another subject. */
    public SampleAlert about(String newType, String newId) {
        return new SampleAlert(
                alertId, ruleCode, newType, newId, orderId, level, severity, status, raisedAt, curedAt, padding);
    }

    /** The same, of another gravity. */
    public SampleAlert severity(String newSeverity) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                level,
                newSeverity,
                status,
                raisedAt,
                curedAt,
                padding);
    }

    /** The same, of another level. */
    public SampleAlert level(int newLevel) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                newLevel,
                severity,
                status,
                raisedAt,
                curedAt,
                padding);
    }

    /** The same, about another order. */
    public SampleAlert order(String newOrder) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                newOrder,
                level,
                severity,
                status,
                raisedAt,
                curedAt,
                padding);
    }

    /** The same, raised at another time. */
    public SampleAlert raised(long newRaisedAt) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                level,
                severity,
                status,
                newRaisedAt,
                curedAt,
                padding);
    }

    /** The same, put right. */
    public SampleAlert cured(long newCuredAt) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                level,
                severity,
                "CURED",
                raisedAt,
                newCuredAt,
                padding);
    }

    /** The same, taken back. */
    public SampleAlert revoked() {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                level,
                severity,
                "REVOKED",
                raisedAt,
                curedAt,
                padding);
    }

    /** The same with so much more in its record. */
    public SampleAlert padded(int characters) {
        return new SampleAlert(
                alertId,
                ruleCode,
                subjectType,
                subjectId,
                orderId,
                level,
                severity,
                status,
                raisedAt,
                curedAt,
                "x".repeat(characters));
    }

    public String json() {
        String cured = curedAt < 0 ? "" : "\"curedAt\":" + curedAt + ',';
        return ("{\"alertId\":\"%s\",\"ruleCode\":\"%s\",\"ruleVersion\":1,\"subjectType\":\"%s\",\"subjectId\":\"%s\","
                        + "\"keys\":{\"orderId\":\"%s\"},\"level\":%d,\"severity\":\"%s\",\"status\":\"%s\",\"raisedAt\":%d,%s"
                        + "\"actions\":[],\"reason\":{\"en\":\"Order %s was late%s\",\"zh\":\"订单 %s 晚了\"},"
                        + "\"clause\":{\"ref\":\"4.1\",\"zh\":\"条\",\"en\":\"clause\"},\"evidence\":[],\"evidenceCount\":0}")
                .formatted(
                        alertId,
                        ruleCode,
                        subjectType,
                        subjectId,
                        orderId,
                        level,
                        severity,
                        status,
                        raisedAt,
                        cured,
                        orderId,
                        padding,
                        orderId);
    }

    /** As a record of a topic. */
    public ProducerRecord<byte[], byte[]> on(String topic) {
        return new ProducerRecord<>(
                topic, alertId.getBytes(StandardCharsets.UTF_8), json().getBytes(StandardCharsets.UTF_8));
    }
}
