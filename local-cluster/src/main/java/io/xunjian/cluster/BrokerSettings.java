package io.xunjian.cluster;

import java.nio.file.Path;

/**
 * Where a broker keeps what it has and where it listens, always on the loopback address.
 *
 * @param dataFolder made where it is missing; holds the topics, the broker's configuration and its log
 * @param port where clients find it
 * @param controllerPort where its controller listens, which no client needs
 */
public record BrokerSettings(Path dataFolder, int port, int controllerPort) {

    static final String HOST = "127.0.0.1";

    String bootstrap() {
        return HOST + ":" + port;
    }
}
