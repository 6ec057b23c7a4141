package io.xunjian.functions;

import io.xunjian.rules.wire.Codec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Lets Flink carry and keep what a codec can write: immutable values, never {@code null}. */
final class CodecSerializer<T> extends TypeSerializer<T> {

    private final Codec<T> codec;
    private final int readVersion;

    CodecSerializer(Codec<T> codec) {
        this(codec, codec.version());
    }

    /** @param readVersion the version of the bytes to read; written is always the codec's own */
    CodecSerializer(Codec<T> codec, int readVersion) {
        this.codec = codec;
        this.readVersion = readVersion;
    }

    Codec<T> codec() {
        return codec;
    }

    @Override
    public void serialize(T value, DataOutputView out) throws IOException {
        codec.write(value, out);
    }

    @Override
    public T deserialize(DataInputView in) throws IOException {
        return codec.read(readVersion, in);
    }

    @Override
    public T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public T copy(T value) {
        return value;
    }

    @Override
    public T copy(T value, T reuse) {
        return value;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(codec);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecSerializer<?> serializer
                && serializer.codec.name().equals(codec.name())
                && serializer.readVersion == readVersion;
    }

    @Override
    public int hashCode() {
        return codec.name().hashCode();
    }
}
