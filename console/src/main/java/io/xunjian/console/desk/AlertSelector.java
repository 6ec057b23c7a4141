package io.xunjian.console.desk;

import io.javalin.http.Context;
import java.util.List;

/** Finds the alerts of a filter. */
@FunctionalInterface
public interface AlertSelector {

    /**
     * Their ids, at most {@code limit}.
     *
     * @param ctx the request, whose user is {@code assignee:me}
     * @param q in the filter language
     * @throws RuntimeException that is answered with 400 where the filter is not understood
     */
    List<String> ids(Context ctx, String q, int limit);
}
