package io.xunjian.rules.trial;

import io.xunjian.rules.Finding;
import io.xunjian.rules.event.SubjectType;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A shop about which some books have alerts of a rule. */
public record TriedShop(String ruleCode, String shopId, long books) {

    public static final Codec<TriedShop> CODEC = new TriedShopCodec();

    /** The shop that a finding is about, {@code null} if it is about none. */
    public static TriedShop of(Finding finding, long books) {
        String shopId = finding.subjectType() == SubjectType.SHOP
                ? finding.subjectId()
                : finding.keys().get("shopId");
        return shopId == null ? null : new TriedShop(finding.ruleCode(), shopId, books);
    }

    /** The same shop and rule, and the books of both. */
    public TriedShop with(TriedShop other) {
        return new TriedShop(ruleCode, shopId, books | other.books);
    }

    private static final class TriedShopCodec implements Codec<TriedShop> {

        @Override
        public String name() {
            return "tried-shop";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(TriedShop shop, DataOutput out) throws IOException {
            Wire.writeText(shop.ruleCode, out);
            Wire.writeText(shop.shopId, out);
            Wire.writeNumber(shop.books, out);
        }

        @Override
        public TriedShop read(int version, DataInput in) throws IOException {
            return new TriedShop(Wire.readText(in), Wire.readText(in), Wire.readNumber(in));
        }
    }
}
