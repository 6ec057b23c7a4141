package io.xunjian.functions;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.wire.Codec;
import io.xunjian.rules.wire.Wire;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What a judge keeps of a key.
 *
 * @param facts all that is known and can still matter
 * @param said what was said of it, the newest of each breach
 * @param timer epoch ms at which it is to be looked at again, or forgotten
 * @param lookedAt epoch ms as of which it was judged last: never as of less again, though after a restore the watermark
 *     begins anew
 */
record Held<F>(F facts, List<Finding> said, long timer, long lookedAt) {

    /** The codec of what a judge over this kind keeps. */
    static <F> Codec<Held<F>> codec(FactKind<F> kind) {
        return codec(kind.name(), kind.codec(), Finding.CODEC);
    }

    static <F> Codec<Held<F>> codec(String kindName, Codec<F> facts, Codec<Finding> findings) {
        return new HeldCodec<>(kindName, facts, findings);
    }

    /** The codec of that name, whose rules are among those there are. */
    @SuppressWarnings("unchecked")
    static <T> Codec<T> codecNamed(String name) {
        for (RulesOfKind<?> rules : Rules.byKind()) {
            Codec<?> codec = codec(rules.kind());
            if (codec.name().equals(name)) {
                return (Codec<T>) codec;
            }
        }
        throw new IllegalStateException("The state holds '" + name + "', which no rule of this program judges");
    }

    /**
     * The version is made of three: of this layout itself, of the findings' codec and of the facts' codec. It changes when
     * one of them does, and each part is read by the codec's version that wrote it.
     */
    private record HeldCodec<F>(String kindName, Codec<F> facts, Codec<Finding> findings) implements Codec<Held<F>> {

        private static final int OWN_VERSION = 1;
        private static final int FINDINGS_FROM_BIT = 12;
        private static final int OWN_FROM_BIT = 24;
        private static final int LOWEST_BITS = 0xFFF;

        @Override
        public String name() {
            return "held-" + kindName;
        }

        @Override
        public int version() {
            return ((OWN_VERSION - 1) << OWN_FROM_BIT)
                    | ((findings.version() - 1) << FINDINGS_FROM_BIT)
                    | facts.version();
        }

        private static int ownVersion(int version) {
            return (version >> OWN_FROM_BIT) + 1;
        }

        private static int findingsVersion(int version) {
            return ((version >> FINDINGS_FROM_BIT) & LOWEST_BITS) + 1;
        }

        private static int factsVersion(int version) {
            return version & LOWEST_BITS;
        }

        /** Each part must be: what is older in one may be newer in another. */
        @Override
        public boolean reads(int version) {
            return ownVersion(version) <= OWN_VERSION
                    && findings.reads(findingsVersion(version))
                    && facts.reads(factsVersion(version));
        }

        @Override
        public void write(Held<F> held, DataOutput out) throws IOException {
            facts.write(held.facts, out);
            Wire.writeList(held.said, findings::write, out);
            Wire.writeNumber(held.timer, out);
            Wire.writeNumber(held.lookedAt + 1, out); // a small number before the first look, too
        }

        @Override
        public Held<F> read(int version, DataInput in) throws IOException {
            return new Held<>(
                    facts.read(factsVersion(version), in),
                    Wire.readList(element -> findings.read(findingsVersion(version), element), in),
                    Wire.readNumber(in),
                    Wire.readNumber(in) - 1);
        }
    }
}
