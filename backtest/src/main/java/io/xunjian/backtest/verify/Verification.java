package io.xunjian.backtest.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What became of the alerts of a file when they were computed again.
 *
 * @param horizon epoch ms as of which they were
 * @param byEvidence how many hold by their evidence alone, and by all events of their keys
 * @param byKey how many hold by all events of their keys, which their evidence alone does not show: it is cut off, or
 *     they rest on what did not happen
 * @param rejected those that do not hold, by line
 */
public record Verification(long horizon, long byEvidence, long byKey, List<Rejection> rejected) {

    /**
     * An alert that does not hold.
     *
     * @param line its number in the file, from 1
     * @param alertId as it says, empty where it says nothing
     * @param fields those that are wrong, with their values where these are short; empty where there is no such breach at all
     * @param why in one phrase
     */
    public record Rejection(long line, String alertId, List<String> fields, String why) {}

    /** How many alerts there were. */
    public long alerts() {
        return byEvidence + byKey + rejected.size();
    }

    /** All of it as one JSON object. */
    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
    }
}
