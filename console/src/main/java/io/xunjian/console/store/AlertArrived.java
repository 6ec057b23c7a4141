package io.xunjian.console.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Is told of alerts that were just written, within the transaction that wrote them. */
@FunctionalInterface
public interface AlertArrived {

    /**
     * Tells of a batch.
     *
     * @param rows as they stand in the table now, new ones and changed ones, each alert once
     */
    void arrived(Handle handle, List<AlertRow> rows);
}
