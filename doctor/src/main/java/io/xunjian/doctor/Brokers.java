package io.xunjian.doctor;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** The brokers of a job: what their doors look like, and whether its client is let in. */
final class Brokers implements AutoCloseable {

    private final Properties client;
    private List<Door> doors;
    private boolean hasTried;
    private Admin admin;
    private Throwable refusal;

    Brokers(Properties client) {
        this.client = client;
    }

    Properties client() {
        return client;
    }

    String bootstrap() {
        return client.getProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    String protocol() {
        return client.getProperty(
                AdminClientConfig.SECURITY_PROTOCOL_CONFIG, AdminClientConfig.DEFAULT_SECURITY_PROTOCOL);
    }

    boolean speaksTls() {
        return protocol().endsWith("SSL");
    }

    boolean saysWhoItIs() {
        return protocol().startsWith("SASL_");
    }

    String mechanism() {
        return client.getProperty("sasl.mechanism", "GSSAPI");
    }

    /** One for each address of {@code bootstrap.servers} that can be resolved. */
    List<Door> doors() {
        if (doors == null) {
            doors = addresses().stream().map(Knock::at).toList();
        }
        return doors;
    }

    private List<InetSocketAddress> addresses() {
        try {
            return ClientUtils.parseAndValidateAddresses(
                    Arrays.asList(bootstrap().split(",", -1)), ClientDnsLookup.USE_ALL_DNS_IPS);
        } catch (ConfigException e) {
            return List.of();
        }
    }

    /** The first that can be spoken with as the client is set up to speak; {@code null} if there is none. */
    Door fittingDoor() {
        return doors().stream().filter(this::fits).findFirst().orElse(null);
    }

    private boolean fits(Door door) {
        return door.isKafka()
                && door.lacking().isEmpty()
                && door.hasTls() == speaksTls()
                && door.wantsSasl() == saysWhoItIs()
                && (!saysWhoItIs() || door.mechanisms().contains(mechanism()));
    }

    /** Whether the client was let in. */
    boolean areReached() {
        tryOnce();
        return admin != null && refusal == null;
    }

    /** Why it was not; {@code null} where it was, or there was no door to try. */
    Throwable refusal() {
        tryOnce();
        return refusal;
    }

    /** To be asked for where they are reached. */
    Admin admin() {
        return admin;
    }

    private void tryOnce() {
        if (hasTried || fittingDoor() == null) {
            return;
        }
        hasTried = true;
        Properties settings = new Properties();
        settings.putAll(client);
        settings.setProperty(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "3000");
        settings.setProperty(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "4000");
        try {
            admin = Admin.create(settings);
            admin.describeCluster().nodes().get();
        } catch (KafkaException e) {
            refusal = e.getCause() == null ? e : e.getCause();
        } catch (ExecutionException e) {
            refusal = e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refusal = e;
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
