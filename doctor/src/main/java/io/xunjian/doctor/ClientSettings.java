package io.xunjian.doctor;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Settings of Kafka's clients for people to see: what may be a secret is not shown. */
public final class ClientSettings {

    private static final String HIDDEN = "[hidden]";

    /** What is known to be none. */
    private static final Set<String> SHOWN = Set.of(
            "bootstrap.servers",
            "client.id",
            "config.providers",
            "sasl.mechanism",
            "security.protocol",
            "ssl.enabled.protocols",
            "ssl.endpoint.identification.algorithm",
            "ssl.keystore.location",
            "ssl.keystore.type",
            "ssl.truststore.location",
            "ssl.truststore.type");

    private ClientSettings() {}

    /** By name. */
    public static Map<String, String> shown(Properties client) {
        Map<String, String> shown = new TreeMap<>();
        client.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("config.providers."))
                .forEach(name -> shown.put(name, SHOWN.contains(name) ? client.getProperty(name) : HIDDEN));
        return shown;
    }

    /** Whether it has a secret itself, and does not only name where one is. */
    static boolean isSecret(String name, String value) {
        boolean mayBe = name.equals("sasl.jaas.config") ? value.contains("password=") : name.endsWith(".password");
        return mayBe && !value.contains("${");
    }
}
