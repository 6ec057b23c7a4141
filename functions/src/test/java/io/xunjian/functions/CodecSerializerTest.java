package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.testing.Findings;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.wire.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State outlives the program: its bytes say which codec wrote them, and in which version. */
class CodecSerializerTest {

    static Stream<Codec<?>> held() {
        return Rules.byKind().stream().map(RulesOfKind::kind).map(Held::codec);
    }

    @ParameterizedTest
    @MethodSource("held")
    void aSnapshotIsReadBackAsTheSameSerializer(Codec<?> codec) throws IOException {
        CodecSerializer<?> serializer = new CodecSerializer<>(codec);
        TypeSerializer<?> restored =
                readBack(serializer.snapshotConfiguration()).restoreSerializer();
        assertThat(restored).isEqualTo(serializer).hasSameHashCodeAs(serializer);
        assertThat(compatibility(new CodecSnapshot<>(codec.name(), codec.version()), codec)
                        .isCompatibleAsIs())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("held")
    void anOlderVersionIsMigratedByASerializerThatReadsIt(Codec<?> codec) throws IOException {
        CodecSnapshot<Object> older = new CodecSnapshot<>(codec.name(), codec.version() - 1);
        assertThat(compatibility(older, codec).isCompatibleAfterMigration()).isTrue();
        assertThat(readBack(older).restoreSerializer())
                .isEqualTo(new CodecSerializer<>(codec, codec.version() - 1))
                .isNotEqualTo(new CodecSerializer<>(codec));
    }

    @ParameterizedTest
    @MethodSource("held")
    void aNewerVersionIsRefused(Codec<?> codec) {
        CodecSnapshot<Object> newer = new CodecSnapshot<>(codec.name(), codec.version() + 1);
        assertThat(compatibility(newer, codec).isIncompatible()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("held")
    void anothersStateIsRefused(Codec<?> codec) {
        assertThat(compatibility(new CodecSnapshot<>("held-others", codec.version()), codec)
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void stateThatNoRuleJudgesIsNamed() {
        assertThatThrownBy(
                        () -> readBack(new CodecSnapshot<>("held-parcels", 1)).restoreSerializer())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'held-parcels'");
    }

    @Test
    void eachKindsStateHasItsOwnName() {
        assertThat(held().map(Codec::name)).doesNotHaveDuplicates();
    }

    @Test
    void theVersionThatIsReadIsTheOneThatWasWritten() throws IOException {
        CodecSerializer<Integer> old = new CodecSerializer<>(new VersionEcho(), 1);
        assertThat(old.deserialize(new DataInputDeserializer(new byte[1]))).isEqualTo(1);
        CodecSerializer<Integer> now = new CodecSerializer<>(new VersionEcho());
        assertThat(now.deserialize(0, new DataInputDeserializer(new byte[1]))).isEqualTo(3);
    }

    @Test
    void aCopyFromOldBytesHasTheNewVersion() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(8);
        new CodecSerializer<>(new VersionEcho(), 1).copy(new DataInputDeserializer(new byte[1]), out);
        assertThat(out.getCopyOfBuffer()).containsExactly(1);
    }

    @Test
    void valuesComeBackEqual() throws IOException {
        CodecSerializer<Event> serializer = new CodecSerializer<>(Event.CODEC);
        for (Event event : List.of(
                Histories.paid("A").promising(Times.NEXT_NOON).at(Times.NOON),
                Histories.heartbeat(Times.NOON),
                Event.of(Findings.full()))) {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(event, out);
            DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
            assertThat(serializer.deserialize(in)).isEqualTo(event);
            assertThat(in.available()).isZero();
            assertThat(serializer.copy(event)).isSameAs(event);
        }
    }

    @SuppressWarnings("unchecked")
    private static TypeSerializerSchemaCompatibility<Object> compatibility(CodecSnapshot<Object> old, Codec<?> codec) {
        TypeSerializerSnapshot<Object> now =
                (TypeSerializerSnapshot<Object>) new CodecSerializer<>(codec).snapshotConfiguration();
        return now.resolveSchemaCompatibility(old);
    }

    private static <T> TypeSerializerSnapshot<T> readBack(TypeSerializerSnapshot<T> snapshot) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), CodecSerializerTest.class.getClassLoader());
    }

    /** Reads the version that it was asked to read, writes one byte. */
    private static final class VersionEcho implements Codec<Integer> {

        @Override
        public String name() {
            return "version-echo";
        }

        @Override
        public int version() {
            return 3;
        }

        @Override
        public void write(Integer value, DataOutput out) throws IOException {
            out.writeByte(value);
        }

        @Override
        public Integer read(int version, DataInput in) throws IOException {
            return version + in.readByte();
        }
    }
}
