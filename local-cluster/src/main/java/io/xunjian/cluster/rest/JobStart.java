package io.xunjian.cluster.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a job is started.
 *
 * @param entryClass of the jar
 * @param savepoint where it goes on, {@code null} for a new beginning
 * @param isForgetful whether state of the savepoint that no operator has any more is left behind
 * @param parallelism 0 for the cluster's own
 */
public record JobStart(
        String entryClass, List<String> arguments, String savepoint, boolean isForgetful, int parallelism) {

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("entryClass", entryClass);
        body.put("programArgsList", arguments);
        if (savepoint != null) {
            body.put("savepointPath", savepoint);
            body.put("allowNonRestoredState", isForgetful);
        }
        body.put("parallelism", parallelism);
        return body;
    }

    JobStart withParallelism(int other) {
        return new JobStart(entryClass, arguments, savepoint, isForgetful, other);
    }
}
