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
 * @param timer epoch ms of the one timer that is set for it
 * @param lookedAt epoch ms as of which it was judged last: never as of less again, though after a restore the watermark
 *     begins anew
 */
record Held<F>(F facts, List<Finding> said, long timer, long lookedAt) {

    /** The codec of what a judge over this kind keeps. */
    static <F> Codec<Held<F>> codec(FactKind<F> kind) {
        return new HeldCodec<>(kind.name(), kind.codec());
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

    /** The version is that of the facts' codec: it changes when they do. */
    private record HeldCodec<F>(String kindName, Codec<F> facts) implements Codec<Held<F>> {

        @Override
        public String name() {
            return "held-" + kindName;
        }

        @Override
        public int version() {
            return facts.version();
        }

        @Override
        public void write(Held<F> held, DataOutput out) throws IOException {
            facts.write(held.facts, out);
            Wire.writeList(held.said, Finding.CODEC::write, out);
            Wire.writeNumber(held.timer, out);
            Wire.writeNumber(held.lookedAt + 1, out); // a small number before the first look, too
        }

        @Override
        public Held<F> read(int version, DataInput in) throws IOException {
            return new Held<>(
                    facts.read(version, in),
                    Wire.readList(element -> Finding.CODEC.read(Finding.CODEC.version(), element), in),
                    Wire.readNumber(in),
                    Wire.readNumber(in) - 1);
        }
    }
}
