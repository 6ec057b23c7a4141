package io.xunjian.console.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells webhooks what is new. How far each was told is in the database and moves on once a message was taken: a restart loses
 * none, and may tell one twice. What cannot be told waits longer each time, and joins what comes after it in one message;
 * after {@link #TRIES} it is given up and counted. Consoles on one database take turns.
 */
final class Dispatcher {

    static final int TRIES = 12;
    static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** Longer than a message can take. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final WebhookRows rows;
    private final NewsQuery query;
    private final Messages messages;
    private final Delivery delivery;
    private final SendingRate rate;
    private final InstantSource clock;

    Dispatcher(
            WebhookRows rows,
            NewsQuery query,
            Messages messages,
            Delivery delivery,
            SendingRate rate,
            InstantSource clock) {
        this.rows = rows;
        this.query = query;
        this.messages = messages;
        this.delivery = delivery;
        this.rate = rate;
        this.clock = clock;
    }

    /** Tells each webhook that is due, once. */
    void dispatch() {
        for (String id : rows.due()) {
            rows.claim(id, clock.instant().plus(CLAIM).toEpochMilli()).ifPresent(this::tell);
        }
    }

    private void tell(WebhookRows.Claim claim) {
        Webhook webhook = claim.webhook();
        News news = query.since(webhook, claim.sentSeq());
        if (news.total() == 0) {
            rows.sent(webhook, news);
            return;
        }
        Optional<Instant> notBefore = rate.notBefore(webhook.id());
        if (notBefore.isPresent()) {
            rows.release(webhook, notBefore.get().toEpochMilli());
            return;
        }
        try {
            delivery.deliver(webhook.kind(), messages.news(webhook, news));
            rows.sent(webhook, news);
        } catch (UndeliveredException e) {
            failed(claim, news, e.getMessage());
        }
    }

    private void failed(WebhookRows.Claim claim, News news, String reason) {
        int tries = claim.failures() + 1;
        if (tries >= TRIES) {
            LOG.warn(
                    "Gave up {} alerts for webhook {}: {}",
                    news.total(),
                    claim.webhook().id(),
                    reason);
            rows.gaveUp(claim.webhook(), news, reason);
        } else {
            rows.failed(
                    claim.webhook(), reason, clock.instant().plus(wait(tries)).toEpochMilli());
        }
    }

    /** Twice as long each time. */
    static Duration wait(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
