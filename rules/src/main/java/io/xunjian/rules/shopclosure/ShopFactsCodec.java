package io.xunjian.rules.shopclosure;

import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A shop's breaches in state. */
final class ShopFactsCodec implements Codec<ShopFacts> {

    @Override
    public String name() {
        return "shop-facts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(ShopFacts shop, DataOutput out) throws IOException {
        Wire.writeList(shop.breaches(), ShopFactsCodec::writeBreach, out);
        out.writeLong(shop.prunedTo());
        out.writeLong(shop.episodeUntil());
        Wire.writeNumber(shop.episodeWindow(), out);
    }

    private static void writeBreach(Breach breach, DataOutput out) throws IOException {
        Wire.writeText(breach.alertId(), out);
        Wire.writeText(breach.orderId(), out);
        Wire.writeNumber(breach.raisedAt(), out);
        out.writeBoolean(breach.stands());
        Wire.writeNumber(breach.revision(), out);
    }

    @Override
    public ShopFacts read(int version, DataInput in) throws IOException {
        return new ShopFacts(
                Wire.readList(ShopFactsCodec::readBreach, in), in.readLong(), in.readLong(), Wire.readNumber(in));
    }

    private static Breach readBreach(DataInput in) throws IOException {
        return new Breach(
                Wire.readText(in), Wire.readText(in), Wire.readNumber(in), in.readBoolean(), (int) Wire.readNumber(in));
    }
}
