package io.xunjian.console.feed;

/**
 * How a feed is.
 *
 * @param connected whether Kafka answered when it was last asked
 * @param lag records that the topic has and the database may not have
 * @param failure why it stopped for good, null while it runs
 */
public record FeedState(boolean connected, long lag, String failure) {

    static final FeedState BEFORE = new FeedState(false, 0, null);
}
