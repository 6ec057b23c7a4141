package io.xunjian.jobs;

import io.xunjian.rules.Instants;
import java.util.Properties;

/**
 * Live topics that a backtest reads up to their present ends.
 *
 * @param client settings of Kafka's clients
 * @param from epoch ms: earlier records, by their own timestamps, are not read; {@link Instants#BEFORE_ALL} for all
 * @param futureBound ms by which an event may be ahead of its record's own timestamp
 */
record KafkaInput(Properties client, Topics topics, long from, long futureBound) {}
