package io.xunjian.console.store;

import java.util.List;
import java.util.Optional;

/**
 * Some alerts of a list.
 *
 * @param next where to go on, empty at the end
 */
public record Page(List<AlertRow> rows, Optional<Cursor> next) {}
