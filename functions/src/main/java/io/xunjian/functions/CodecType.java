package io.xunjian.functions;

import io.xunjian.rules.trial.Tried;
import io.xunjian.rules.wire.Codec;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink that a stream or a state carries what a codec writes. */
public final class CodecType<T> extends TypeInformation<T> {

    private final Class<T> type;
    private final Codec<T> codec;

    private CodecType(Class<T> type, Codec<T> codec) {
        this.type = type;
        this.codec = codec;
    }

    public static <T> CodecType<T> of(Class<T> type, Codec<T> codec) {
        return new CodecType<>(type, codec);
    }

    /** The type of values that some books of a trial have. */
    @SuppressWarnings("unchecked") // the class of a generic type says nothing of its parameter
    public static <T> CodecType<Tried<T>> tried(Codec<T> codec) {
        Class<Tried<T>> type = (Class<Tried<T>>) (Class<?>) Tried.class;
        return of(type, Tried.codec(codec));
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CodecSerializer<>(codec);
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecType;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodecType<?> info && info.codec.name().equals(codec.name());
    }

    @Override
    public int hashCode() {
        return codec.name().hashCode();
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }
}
