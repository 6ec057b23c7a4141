package io.xunjian.console;

import io.javalin.http.Context;
import io.xunjian.console.desk.AlertSelector;
import io.xunjian.console.query.Query;
import io.xunjian.console.store.AlertList;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.Cursor;
import io.xunjian.console.store.Order;
import io.xunjian.console.store.Page;
import io.xunjian.console.web.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The alerts of a filter, for decisions about all of them. */
final class Selected implements AlertSelector {

    private static final int BATCH = 1_000;
    private static final Order NEWEST_FIRST = new Order(false, true);

    private final AlertList list;

    Selected(AlertList list) {
        this.list = list;
    }

    @Override
    public List<String> ids(Context ctx, String q, int limit) {
        Query query = Requests.query(ctx, q);
        List<String> ids = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page page = list.page(query, NEWEST_FIRST, after, Math.min(BATCH, limit - ids.size()));
            page.rows().stream().map(AlertRow::alertId).forEach(ids::add);
            after = page.next();
        } while (after.isPresent() && ids.size() < limit);
        return ids;
    }
}
