package io.xunjian.doctor;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * A broker's address as it shows itself to a stranger.
 *
 * @param isOpen whether anything takes connections there
 * @param isKafka whether what listens speaks Kafka's protocol, inside of TLS or not
 * @param hasTls whether it speaks TLS
 * @param mechanisms of SASL, by which it wants to know who comes; none where it does not
 * @param apis the highest version of each request that it understands, by its key
 */
record Door(
        String address,
        boolean isOpen,
        boolean isKafka,
        boolean hasTls,
        List<String> mechanisms,
        Map<Short, Short> apis) {

    /** What a job cannot do without. */
    private static final List<ApiKeys> NEEDED =
            List.of(ApiKeys.PRODUCE, ApiKeys.FETCH, ApiKeys.LIST_OFFSETS, ApiKeys.METADATA, ApiKeys.INIT_PRODUCER_ID);

    static Door closed(String address) {
        return new Door(address, false, false, false, List.of(), Map.of());
    }

    static Door ofSomethingElse(String address, boolean hasTls) {
        return new Door(address, true, false, hasTls, List.of(), Map.of());
    }

    /** What a job needs and this does not understand as our client says it. */
    List<String> lacking() {
        return NEEDED.stream()
                .filter(api -> apis.getOrDefault(api.id, (short) -1) < api.oldestVersion())
                .map(api -> api.name)
                .toList();
    }

    boolean wantsSasl() {
        return !mechanisms.isEmpty();
    }
}
