package io.xunjian.functions;

import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.wire.Codec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a snapshot of state says about its bytes: the codec's name and version. Versions that the codec reads are rewritten,
 * all others are refused.
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {

    private String name;
    private int version;

    /** What reads the bytes; {@code null} where only the name is known. */
    private Codec<T> codec;

    /** For Flink, which then calls {@link #readSnapshot}. */
    public CodecSnapshot() {}

    CodecSnapshot(String name, int version) {
        this.name = name;
        this.version = version;
    }

    CodecSnapshot(Codec<T> codec) {
        this(codec.name(), codec.version());
        this.codec = codec;
    }

    @Override
    public int getCurrentVersion() {
        return 1;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(name);
        out.writeInt(version);
    }

    @Override
    public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader classLoader) throws IOException {
        name = in.readUTF();
        version = in.readInt();
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return new CodecSerializer<>(codec(), version);
    }

    @SuppressWarnings("unchecked") // what was written under a name is of the type of that name
    private Codec<T> codec() {
        if (codec != null) {
            return codec;
        }
        return name.equals(Announcement.CODEC.name()) ? (Codec<T>) Announcement.CODEC : Held.codecNamed(name);
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        if (!(old instanceof CodecSnapshot<T> before) || !before.name.equals(name) || !codec().reads(before.version)) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        return before.version == version
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }
}
