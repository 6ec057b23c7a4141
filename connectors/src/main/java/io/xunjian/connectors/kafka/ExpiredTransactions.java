package io.xunjian.connectors.kafka;

/** What a job does when Kafka has given up a transaction of a complete checkpoint: what it held is in no topic. */
public enum ExpiredTransactions {
    /** It fails for good, and says at which checkpoint it goes on without a loss. */
    FAIL,
    /** It says so in its log, and goes on without them. */
    SKIP
}
