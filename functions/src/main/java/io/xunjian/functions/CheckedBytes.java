package io.xunjian.functions;

import io.xunjian.rules.wire.ByteSink;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * Bytes of a checkpoint with their length and a checksum, as Flink writes none: a bit that a disk has changed could be another
 * fact, or none, and nobody would know.
 */
final class CheckedBytes {

    private CheckedBytes() {}

    static void write(ByteSink bytes, OutputStream out) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(~bytes.length());
        head.writeInt(checksum(bytes.bytes(), bytes.length()));
        head.write(bytes.bytes(), 0, bytes.length());
    }

    /** Reads what was written so, or, before there were checksums, after a length that is not negative. */
    static byte[] read(InputStream in) throws IOException {
        DataInputStream head = new DataInputStream(in);
        int length = head.readInt();
        boolean isChecked = length < 0;
        int checksum = isChecked ? head.readInt() : 0;
        byte[] bytes = head.readNBytes(isChecked ? ~length : length);
        boolean isWhole = bytes.length == (isChecked ? ~length : length);
        if (!isWhole || (isChecked && checksum != checksum(bytes, bytes.length))) {
            throw new IOException(
                    "The checkpoint is damaged: what is there is not what was written." + " Start from the one before");
        }
        return bytes;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
