package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.SeenIds;
import io.xunjian.rules.Sorted;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A provider in state. */
final class ProviderFactsCodec implements Codec<ProviderFacts> {

    @Override
    public String name() {
        return "provider-facts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ProviderFacts facts, DataOutput out) throws IOException {
        facts.grants().write(ProviderFactsCodec::writeGrant, out);
        facts.settled().write(ProviderFactsCodec::writeDay, out);
        facts.orders().write(ProviderFactsCodec::writeOrder, out);
        facts.refunds().write(ProviderFactsCodec::writeRefund, out);
        facts.others().write(out);
        out.writeLong(facts.prunedTo());
        out.writeBoolean(facts.run() != null);
        if (facts.run() != null) {
            writeRun(facts.run(), out);
        }
    }

    private static void writeGrant(Grant grant, DataOutput out) throws IOException {
        Wire.writeText(grant.categoryCode(), out);
        grant.act().write(out);
    }

    private static void writeDay(ShopDay day, DataOutput out) throws IOException {
        Wire.writeNumber(day.day(), out);
        Wire.writeText(day.shopId(), out);
        out.writeBoolean(day.stands());
        Wire.writeNumber(day.revision(), out);
        day.bound().write(out);
        day.settled().write(out);
    }

    private static void writeOrder(ServiceOrder order, DataOutput out) throws IOException {
        order.act().write(out);
        Wire.writeText(order.serviceOrderId(), out);
        Wire.writeText(order.categoryCode(), out);
        Wire.writeNumber(order.amountFen(), out);
    }

    private static void writeRefund(Refund refund, DataOutput out) throws IOException {
        Wire.writeText(refund.serviceOrderId(), out);
        refund.act().write(out);
    }

    /** Its end is never in state: what ended is said, and forgotten. */
    private static void writeRun(Run run, DataOutput out) throws IOException {
        Wire.writeNumber(run.first(), out);
        Wire.writeText(run.legs(), out);
        Wire.writeNumber(run.version(), out);
        Wire.writeList(run.basis(), Evidence::write, out);
    }

    @Override
    public ProviderFacts read(int version, DataInput in) throws IOException {
        return new ProviderFacts(
                Sorted.read(element -> new Grant(Wire.readText(element), Evidence.read(element)), in),
                Sorted.read(ProviderFactsCodec::readDay, in),
                Sorted.read(ProviderFactsCodec::readOrder, in),
                Sorted.read(element -> new Refund(Wire.readText(element), Evidence.read(element)), in),
                SeenIds.read(in),
                in.readLong(),
                in.readBoolean() ? readRun(in) : null);
    }

    private static ShopDay readDay(DataInput in) throws IOException {
        return new ShopDay(
                (int) Wire.readNumber(in),
                Wire.readText(in),
                in.readBoolean(),
                (int) Wire.readNumber(in),
                Evidence.read(in),
                Evidence.read(in));
    }

    private static ServiceOrder readOrder(DataInput in) throws IOException {
        return new ServiceOrder(
                Evidence.read(in), Wire.readText(in), Wire.readText(in).intern(), Wire.readNumber(in));
    }

    private static Run readRun(DataInput in) throws IOException {
        return Run.from(
                (int) Wire.readNumber(in),
                Wire.readText(in),
                (int) Wire.readNumber(in),
                Wire.readList(Evidence::read, in));
    }
}
