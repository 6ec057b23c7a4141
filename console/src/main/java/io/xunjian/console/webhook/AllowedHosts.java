package io.xunjian.console.webhook;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where webhooks may lead. {@code hooks.example.com} is a host in the internet, by HTTPS; {@code private:10.1.2.3:8443} one
 * that may have an address of one's own network, and on the loopback interface also plain HTTP. A host without a port is meant
 * with the scheme's own.
 */
public final class AllowedHosts {

    /** The messengers' own, which are allowed where nothing else is said. */
    public static final List<String> MESSENGERS =
            List.of("oapi.dingtalk.com", "open.feishu.cn", "open.larksuite.com", "qyapi.weixin.qq.com");

    private static final String PRIVATE = "private:";

    private final Map<String, Boolean> privateByHost = new HashMap<>();

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException where one is no host; names each of those
     */
    public static AllowedHosts of(List<String> entries) {
        AllowedHosts hosts = new AllowedHosts();
        List<String> faults = new ArrayList<>();
        for (String entry : entries) {
            boolean isPrivate = entry.startsWith(PRIVATE);
            String host = (isPrivate ? entry.substring(PRIVATE.length()) : entry).toLowerCase(Locale.ROOT);
            if (host.matches("([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:]+\\])(:[0-9]{1,5})?")) {
                hosts.privateByHost.put(host, isPrivate);
            } else {
                faults.add(entry);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("not a host: " + faults);
        }
        return hosts;
    }

    /** What is wrong with an address; empty where webhooks may lead there. */
    Optional<String> fault(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("This is no address of a webhook.");
        }
        if (!privateByHost.containsKey(entry(url))) {
            return Optional.of("The host is none of --webhook-hosts: " + names());
        }
        boolean plain = "http".equals(url.getScheme()) && isPrivate(url);
        if (!plain && !"https".equals(url.getScheme())) {
            return Optional.of("Webhooks go by https.");
        }
        return Optional.empty();
    }

    /** Whether the host may have an address that is not in the internet. */
    boolean isPrivate(URI url) {
        return privateByHost.getOrDefault(entry(url), false);
    }

    private String names() {
        return String.join(", ", privateByHost.keySet().stream().sorted().toList());
    }

    private static String entry(URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return url.getPort() < 0 || url.getPort() == 443 ? host : host + ':' + url.getPort();
    }

    /** A list as one setting has it. */
    public static List<String> split(String setting) {
        return Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
    }
}
