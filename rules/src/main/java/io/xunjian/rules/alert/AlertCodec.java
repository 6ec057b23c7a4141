package io.xunjian.rules.alert;

import io.xunjian.rules.Finding;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.ActionType;
import io.xunjian.rules.book.Clause;
import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An alert on its way from the judge to a sink. */
final class AlertCodec implements Codec<Alert> {

    @Override
    public String name() {
        return "alert";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Alert alert, DataOutput out) throws IOException {
        Finding.CODEC.write(alert.finding(), out);
        out.writeByte(alert.severity().ordinal());
        Wire.writeList(alert.actions(), AlertCodec::writeAction, out);
        Wire.writeText(alert.reason().en(), out);
        Wire.writeText(alert.reason().zh(), out);
        Wire.writeText(alert.clause().ref(), out);
        Wire.writeText(alert.clause().zh(), out);
        Wire.writeText(alert.clause().en(), out);
    }

    private static void writeAction(Action action, DataOutput out) throws IOException {
        out.writeByte(action.type().ordinal());
        out.writeByte(action.mode().ordinal());
        Wire.writeNumber(action.amountFen(), out);
        Wire.writeNumber(action.points(), out);
    }

    @Override
    public Alert read(int version, DataInput in) throws IOException {
        return new Alert(
                Finding.CODEC.read(Finding.CODEC.version(), in),
                Severity.values()[in.readByte()],
                Wire.readList(AlertCodec::readAction, in),
                new Sentence(Wire.readText(in), Wire.readText(in)),
                new Clause(Wire.readText(in), Wire.readText(in), Wire.readText(in)));
    }

    private static Action readAction(DataInput in) throws IOException {
        return new Action(ActionType.values()[in.readByte()], Mode.values()[in.readByte()], Wire.readNumber(in), (int)
                Wire.readNumber(in));
    }
}
