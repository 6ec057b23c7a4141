package io.xunjian.doctor;

import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.jobs.Topics;
import io.xunjian.jobs.WatchSettings;
import java.io.IOException;
import java.time.InstantSource;

/** A live job before it starts, and what it will stand on. Each of that is asked once, when a check needs it. */
public final class Patient implements AutoCloseable {

    private final WatchSettings settings;
    private final Plan plan;
    private final InstantSource clock;
    private final Brokers brokers;
    private final TopicFacts topics;
    private final ClusterFacts cluster;

    /** One that is to run so. */
    public Patient(WatchSettings settings, Plan plan) {
        this(settings, plan, InstantSource.system());
    }

    Patient(WatchSettings settings, Plan plan, InstantSource clock) {
        this.settings = settings;
        this.plan = plan;
        this.clock = clock;
        this.brokers = new Brokers(settings.client());
        this.topics = new TopicFacts(brokers, new Topics(settings.topicPrefix()), settings.book());
        this.cluster = plan.cluster() == null ? null : new ClusterFacts(FlinkRest.at(plan.cluster()));
    }

    WatchSettings settings() {
        return settings;
    }

    Plan plan() {
        return plan;
    }

    /** Epoch ms. */
    long now() {
        return clock.millis();
    }

    Brokers brokers() {
        return brokers;
    }

    TopicFacts topics() {
        return topics;
    }

    /** {@code null} where no cluster was named. */
    ClusterFacts cluster() {
        return cluster;
    }

    boolean hasCluster() {
        return cluster != null && cluster.isReached();
    }

    /** How many parts of the job run side by side: two where it runs on this machine. */
    int parallelism() throws IOException {
        if (plan.parallelism() > 0) {
            return plan.parallelism();
        }
        return hasCluster() ? cluster.number("parallelism.default", 1) : 2;
    }

    @Override
    public void close() {
        brokers.close();
    }
}
