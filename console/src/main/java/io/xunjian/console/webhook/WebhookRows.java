package io.xunjian.console.webhook;

import io.xunjian.rules.book.Severity;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code webhook}. */
final class WebhookRows {

    private final Jdbi jdbi;
    private final InstantSource clock;

    WebhookRows(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds one, which is told of what arrives from now on. */
    void add(Webhook webhook) {
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO webhook (webhook_id, name, kind, url, secret, language,"
                                + " rules, min_severity, enabled, created_at, sent_seq) SELECT :id, :name, :kind, :url, :secret,"
                                + " :language, :rules, :severity, TRUE, :now, last_seq FROM arrival WHERE id = 1")
                        .bind("id", webhook.id())
                        .bind("name", webhook.name())
                        .bind("kind", webhook.kind().name())
                        .bind("url", webhook.url().toString())
                        .bind("secret", webhook.secret().orElse(null))
                        .bind("language", webhook.language().name())
                        .bind("rules", String.join(",", webhook.rules()))
                        .bind("severity", webhook.minSeverity().name())
                        .bind("now", clock.millis())
                        .execute());
    }

    /** One that is enabled again is told of what arrives from then on. */
    boolean enable(String id, boolean enabled) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE webhook SET sent_seq = CASE WHEN enabled THEN sent_seq"
                                + " ELSE (SELECT last_seq FROM arrival WHERE id = 1) END,"
                                + " failures = CASE WHEN enabled THEN failures ELSE 0 END,"
                                + " retry_at = CASE WHEN enabled THEN retry_at ELSE 0 END, enabled = ?"
                                + " WHERE webhook_id = ?",
                        enabled,
                        id))
                == 1;
    }

    boolean remove(String id) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM webhook WHERE webhook_id = ?", id)) == 1;
    }

    Optional<Webhook> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM webhook WHERE webhook_id = :id")
                .bind("id", id)
                .map((row, ctx) -> webhook(row))
                .findOne());
    }

    /** Of those that may be told of something now, as JSON's reader sees them: without address and secret. */
    List<Map<String, Object>> shown() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM webhook ORDER BY created_at, webhook_id")
                .map((row, ctx) -> shown(row))
                .list());
    }

    /** Those that have something new and are not waiting for a retry. */
    List<String> due() {
        long now = clock.millis();
        return jdbi.withHandle(handle -> handle.createQuery("SELECT webhook_id FROM webhook WHERE enabled"
                        + " AND retry_at <= :now AND claimed_until <= :now"
                        + " AND sent_seq < (SELECT last_seq FROM arrival WHERE id = 1) ORDER BY webhook_id")
                .bind("now", now)
                .mapTo(String.class)
                .list());
    }

    /** Takes one in hand for a while; empty where another console has it. */
    Optional<Claim> claim(String id, long until) {
        return jdbi.inTransaction(handle -> {
            int claimed = handle.execute(
                    "UPDATE webhook SET claimed_until = ? WHERE webhook_id = ? AND enabled AND claimed_until <= ?",
                    until,
                    id,
                    clock.millis());
            return claimed == 1 ? claimed(handle, id) : Optional.empty();
        });
    }

    /** Everything up to {@code upTo} was told. */
    void sent(Webhook webhook, News news) {
        long now = clock.millis();
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE webhook SET sent_seq = ?, claimed_until = 0, failures = 0, retry_at = 0, last_error = NULL,"
                        + " last_sent_at = CASE WHEN ? > 0 THEN ? ELSE last_sent_at END, sent_alerts = sent_alerts + ?"
                        + " WHERE webhook_id = ?",
                news.upTo(),
                news.total(),
                now,
                news.total(),
                webhook.id()));
    }

    /** Lets go of one that may not be told of more yet. */
    void release(Webhook webhook, long retryAt) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE webhook SET claimed_until = 0, retry_at = ? WHERE webhook_id = ?", retryAt, webhook.id()));
    }

    void failed(Webhook webhook, String error, long retryAt) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE webhook SET claimed_until = 0, failures = failures + 1, retry_at = ?, last_error = ?"
                        + " WHERE webhook_id = ?",
                retryAt,
                error,
                webhook.id()));
    }

    /** Gives up what could not be told. */
    void gaveUp(Webhook webhook, News news, String error) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE webhook SET sent_seq = ?, claimed_until = 0, failures = 0, retry_at = 0, last_error = ?,"
                        + " dead_alerts = dead_alerts + ? WHERE webhook_id = ?",
                news.upTo(),
                error,
                news.total(),
                webhook.id()));
    }

    private static Optional<Claim> claimed(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM webhook WHERE webhook_id = :id")
                .bind("id", id)
                .map((row, ctx) -> new Claim(webhook(row), row.getLong("sent_seq"), row.getInt("failures")))
                .findOne();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("webhook_id"),
                row.getString("name"),
                WebhookKind.valueOf(row.getString("kind")),
                URI.create(row.getString("url")),
                Optional.ofNullable(row.getString("secret")),
                Language.valueOf(row.getString("language")),
                Arrays.stream(row.getString("rules").split(","))
                        .filter(rule -> !rule.isEmpty())
                        .toList(),
                Severity.valueOf(row.getString("min_severity")));
    }

    private static Map<String, Object> shown(ResultSet row) throws SQLException {
        Webhook webhook = webhook(row);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", webhook.id());
        shown.put("name", webhook.name());
        shown.put("kind", webhook.kind().name());
        shown.put("url", webhook.shownUrl());
        shown.put("hasSecret", webhook.secret().isPresent());
        shown.put("language", webhook.language().name());
        shown.put("rules", webhook.rules());
        shown.put("minSeverity", webhook.minSeverity().name());
        shown.put("enabled", row.getBoolean("enabled"));
        shown.put("failures", row.getInt("failures"));
        shown.put("lastError", row.getString("last_error"));
        long lastSentAt = row.getLong("last_sent_at");
        shown.put("lastSentAt", row.wasNull() ? null : lastSentAt);
        shown.put("sentAlerts", row.getLong("sent_alerts"));
        shown.put("deadAlerts", row.getLong("dead_alerts"));
        return shown;
    }

    /** A webhook in this console's hand. */
    record Claim(Webhook webhook, long sentSeq, int failures) {}
}
