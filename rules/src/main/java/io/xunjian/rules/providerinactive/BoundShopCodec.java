package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A shop's bindings and settlements in state. */
final class BoundShopCodec implements Codec<BoundShop> {

    private static final String SETTLED = EventType.ORDER_SETTLED.name();

    @Override
    public String name() {
        return "bound-shop";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(BoundShop shop, DataOutput out) throws IOException {
        shop.changes().write(BoundShopCodec::writeChange, out);
        shop.settlements().write(BoundShopCodec::writeSettlement, out);
        out.writeLong(shop.prunedTo());
        out.writeBoolean(shop.binding() != null);
        if (shop.binding() != null) {
            writeChange(shop.binding(), out);
        }
        Wire.writeList(shop.settled(), BoundShopCodec::writeDay, out);
    }

    private static void writeChange(BindingChange change, DataOutput out) throws IOException {
        change.act().write(out);
        Wire.writeText(change.providerId(), out);
        out.writeBoolean(change.isBound());
    }

    /** Without its type, which all of them have. */
    private static void writeSettlement(Evidence settlement, DataOutput out) throws IOException {
        Wire.writeText(settlement.eventId(), out);
        Wire.writeNumber(settlement.eventTime(), out);
    }

    private static void writeDay(SettledDay day, DataOutput out) throws IOException {
        Wire.writeNumber(day.day(), out);
        Wire.writeText(day.providerId(), out);
        day.bound().write(out);
        writeSettlement(day.settled(), out);
    }

    @Override
    public BoundShop read(int version, DataInput in) throws IOException {
        return new BoundShop(
                Sorted.read(BoundShopCodec::readChange, in),
                Sorted.read(BoundShopCodec::readSettlement, in),
                in.readLong(),
                in.readBoolean() ? readChange(in) : null,
                Wire.readList(BoundShopCodec::readDay, in));
    }

    private static BindingChange readChange(DataInput in) throws IOException {
        return new BindingChange(Evidence.read(in), Wire.readText(in), in.readBoolean());
    }

    private static Evidence readSettlement(DataInput in) throws IOException {
        return new Evidence(Wire.readText(in), SETTLED, Wire.readNumber(in));
    }

    private static SettledDay readDay(DataInput in) throws IOException {
        return new SettledDay((int) Wire.readNumber(in), Wire.readText(in), Evidence.read(in), readSettlement(in));
    }
}
