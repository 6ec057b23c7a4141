package io.xunjian.bench.peers.kafkastreams;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The newest state of one alert.
 *
 * @param raisedAt epoch ms
 * @param curedAt epoch ms, {@code null} while it stands open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alert(
        String alertId,
        String ruleCode,
        int ruleVersion,
        String subjectType,
        String subjectId,
        Map<String, String> keys,
        int level,
        String severity,
        String status,
        long raisedAt,
        Long curedAt,
        List<Action> actions,
        Sentence reason,
        Clause clause,
        List<Act> evidence,
        int evidenceCount) {

    /** What follows; {@code amountFen} in 1/100 yuan, {@code null} where no money is taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(String type, String mode, Integer amountFen) {}

    /** The same words in both languages. */
    record Sentence(String en, String zh) {}

    /** What the rule rests on. */
    record Clause(String ref, String zh, String en) {}
}
