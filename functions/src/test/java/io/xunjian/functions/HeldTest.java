package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Status;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.wire.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What a judge keeps is laid out by two other codecs; its version tells a change of either. */
class HeldTest {

    private static final Finding FINDING = Findings.full();

    @Test
    void whileOnlyTheFactsChangedTheVersionIsTheirs() {
        assertThat(codec(1, 1).version()).isEqualTo(1);
        assertThat(codec(7, 1).version()).isEqualTo(7);
    }

    @Test
    void aChangeOfFactsOrFindingsIsMigrated() {
        assertThat(compatibility(codec(3, 2), codec(3, 2)).isCompatibleAsIs()).isTrue();
        assertThat(compatibility(codec(2, 2), codec(3, 2)).isCompatibleAfterMigration())
                .isTrue();
        assertThat(compatibility(codec(3, 1), codec(3, 2)).isCompatibleAfterMigration())
                .isTrue();
    }

    @Test
    void whatIsNewerInFactsOrFindingsIsRefused() {
        assertThat(compatibility(codec(4, 2), codec(3, 2)).isIncompatible()).isTrue();
        assertThat(compatibility(codec(3, 3), codec(3, 2)).isIncompatible()).isTrue();
        assertThat(compatibility(codec(4, 1), codec(3, 2)).isIncompatible()).isTrue();
        assertThat(compatibility(codec(2, 3), codec(3, 2)).isIncompatible()).isTrue();
    }

    @Test
    void eachPartIsReadByTheVersionThatWroteIt() throws IOException {
        Codec<Held<String>> before = codec(2, 4);
        DataOutputSerializer out = new DataOutputSerializer(64);
        before.write(new Held<>("facts", List.of(FINDING), 5, 6), out);
        DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
        assertThat(codec(3, 5).read(before.version(), in))
                .isEqualTo(new Held<>("facts of version 2", List.of(readBy(4)), 5, 6));
    }

    private static Codec<Held<String>> codec(int facts, int findings) {
        return Held.codec("echo", new FactsEcho(facts), new FindingsEcho(findings));
    }

    private static TypeSerializerSchemaCompatibility<Held<String>> compatibility(
            Codec<Held<String>> before, Codec<Held<String>> now) {
        return new CodecSerializer<>(now)
                .snapshotConfiguration()
                .resolveSchemaCompatibility(new CodecSnapshot<>(before.name(), before.version()));
    }

    private static Finding readBy(int version) {
        return Findings.full().as(Status.CURED, version);
    }

    /** Reads with which version it was asked to read. */
    private record FactsEcho(int version) implements Codec<String> {

        @Override
        public String name() {
            return "facts-echo";
        }

        @Override
        public void write(String value, DataOutput out) {}

        @Override
        public String read(int readVersion, DataInput in) {
            return "facts of version " + readVersion;
        }
    }

    /** Reads a finding whose revision is the version it was asked to read. */
    private record FindingsEcho(int version) implements Codec<Finding> {

        @Override
        public String name() {
            return "findings-echo";
        }

        @Override
        public void write(Finding value, DataOutput out) {}

        @Override
        public Finding read(int readVersion, DataInput in) {
            return readBy(readVersion);
        }
    }
}
