package io.xunjian.console.desk;

import io.xunjian.console.feed.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether the topic of decisions would lose some, and says so when that changes. */
public final class DecisionTopicWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionTopicWatch.class);
    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final String PATIENCE_MS = "5000";

    private final Properties client = new Properties();
    private final String topic;
    private final Ticker ticker;
    private volatile List<String> faults = List.of();

    private DecisionTopicWatch(Properties settings, String topic) {
        client.putAll(settings);
        client.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        client.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.topic = topic;
        this.ticker = Ticker.start("decision-topic", LOOK, this::look);
    }

    /** Looks at once, and then every minute. */
    public static DecisionTopicWatch start(Properties client, String topic) {
        DecisionTopicWatch watch = new DecisionTopicWatch(client, topic);
        watch.ticker.wake();
        return watch;
    }

    /** What was wrong with its settings when Kafka last told them. */
    public List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        ticker.close();
    }

    private void look() {
        try {
            List<String> found = DecisionTopic.faults(client, topic);
            if (!found.isEmpty() && !found.equals(faults)) {
                LOG.warn("Decisions can be lost: {}", String.join("; ", found));
            }
            faults = found;
        } catch (ExecutionException e) {
            // Where Kafka is away, or has no such topic, the feed says so.
            LOG.debug("Cannot look at the settings of {}", topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
