package io.xunjian.console.desk;

import java.util.List;

/** Finds the alerts of a filter. */
@FunctionalInterface
public interface AlertSelector {

    /**
     * Their ids, at most {@code limit}.
     *
     * @param q in the filter language
     * @param me who asks: {@code assignee:me}
     * @throws io.javalin.http.HttpResponseException where the filter is not understood
     */
    List<String> ids(String q, String me, int limit);
}
