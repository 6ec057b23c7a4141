package io.xunjian.bench.kafka;

import io.xunjian.cluster.Broker;
import io.xunjian.cluster.BrokerSettings;
import io.xunjian.cluster.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** A broker in a process of its own, with the platform's topics. */
public final class Kafka implements AutoCloseable {

    private final Broker broker;
    private final Admin admin;

    private Kafka(Broker broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
    }

    /** Starts it; what an earlier one left in the folder is there. */
    public static Kafka start(Path folder, int port) throws IOException, InterruptedException, ExecutionException {
        Broker broker = Broker.start(new BrokerSettings(folder, port, port + 1));
        Kafka kafka = new Kafka(broker);
        Topics.create(broker.bootstrap());
        return kafka;
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    /** The topic of alerts, with nothing in it; its records have the time at which the broker takes them. */
    public AlertTopic emptyAlerts() throws InterruptedException, ExecutionException {
        AlertTopic alerts = new AlertTopic(broker.bootstrap(), admin);
        alerts.empty();
        return alerts;
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
