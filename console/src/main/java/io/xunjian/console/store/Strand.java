package io.xunjian.console.store;

import io.xunjian.console.query.Field;
import io.xunjian.console.query.Query;
import io.xunjian.console.query.Term;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The alerts of one kind that are in one state of the desk: an index has them in the order in which they were raised. */
record Strand(Kind kind, String deskState) {

    private static final Set<Field> FIELDS =
            EnumSet.of(Field.RULE, Field.VERSION, Field.LEVEL, Field.SEVERITY, Field.STATUS, Field.DESK);

    static final List<String> DESK_STATES = List.of(AlertRow.NEW, "ACKNOWLEDGED", "CLOSED");

    static Strand of(Cell cell) {
        Kind kind = new Kind(cell.ruleCode(), cell.ruleVersion(), cell.level(), cell.severity(), cell.status());
        return new Strand(kind, cell.deskState());
    }

    /** What of a query decides which strands it is about. */
    static Query part(Query query) {
        return new Query(query.terms().stream().filter(Strand::decides).toList());
    }

    /** What of a query is left to ask of the alerts of such strands. */
    static Query rest(Query query) {
        return new Query(query.terms().stream().filter(term -> !decides(term)).toList());
    }

    /** With nothing but what makes it a strand. */
    Cell cell() {
        return new Cell(
                kind.ruleCode(),
                kind.ruleVersion(),
                kind.level(),
                kind.severity(),
                kind.status(),
                deskState,
                "",
                "",
                false,
                0,
                0);
    }

    private static boolean decides(Term term) {
        return FIELDS.contains(term.field());
    }
}
