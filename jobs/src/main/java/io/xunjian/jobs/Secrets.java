package io.xunjian.jobs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Secrets of Kafka's clients stay where they are: a setting names a file or a variable of the environment, and each client
 * reads it where it runs. What goes to a cluster, into a job graph or to Flink's page has the name only.
 */
final class Secrets {

    private static final String PROVIDERS = "config.providers";

    /** Kafka's own, by the name that stands in a setting. */
    private static final Map<String, Supplier<ConfigProvider>> BY_NAME = new TreeMap<>(Map.of(
            "dir", DirectoryConfigProvider::new, "env", EnvVarConfigProvider::new, "file", FileConfigProvider::new));

    private static final Pattern NAMED = Pattern.compile("\\$\\{[^}]*}");

    private Secrets() {}

    /** Has the clients read what their settings name; who sets providers of their own keeps these. */
    static void nameProviders(Properties client) {
        boolean isAnyNamed = client.values().stream()
                .anyMatch(value -> NAMED.matcher(value.toString()).find());
        if (!isAnyNamed || client.containsKey(PROVIDERS)) {
            return;
        }
        client.setProperty(PROVIDERS, String.join(",", BY_NAME.keySet()));
        BY_NAME.forEach((name, provider) -> client.setProperty(
                PROVIDERS + '.' + name + ".class", provider.get().getClass().getName()));
    }

    /** What settings name and is not there: a client would take the name for the secret. Other providers are not asked. */
    static List<String> missing(Properties client) {
        List<String> faults = new ArrayList<>();
        if (!String.join(",", BY_NAME.keySet()).equals(client.getProperty(PROVIDERS))) {
            return faults;
        }
        Map<String, ConfigProvider> providers = new HashMap<>();
        BY_NAME.forEach((name, type) -> {
            ConfigProvider provider = type.get();
            provider.configure(Map.of());
            providers.put(name, provider);
        });
        ConfigTransformer transformer = new ConfigTransformer(providers);
        client.stringPropertyNames().stream()
                .sorted()
                .forEach(setting -> missing(setting, client.getProperty(setting), transformer, faults));
        return faults;
    }

    private static void missing(String setting, String value, ConfigTransformer transformer, List<String> faults) {
        Matcher named = NAMED.matcher(value);
        while (named.find()) {
            try {
                String read = transformer
                        .transform(Map.of(setting, named.group()))
                        .data()
                        .get(setting);
                if (named.group().equals(read)) {
                    faults.add(setting + " names " + named.group() + ", which is not there");
                }
            } catch (ConfigException e) {
                faults.add(setting + " names " + named.group() + ": " + e.getMessage());
            }
        }
    }
}
