package io.xunjian.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.Wire;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a disk has changed is not taken for whole. */
class CheckedBytesTest {

    @Test
    void whatWasWrittenIsRead() throws IOException {
        assertThat(read(written("facts of o-1"))).isEqualTo(plain("facts of o-1"));
        assertThat(read(written(""))).isEqualTo(plain(""));
    }

    @Test
    void anyOtherBitIsNoticed() throws IOException {
        byte[] whole = written("facts of o-1");
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> read(damaged)).as("bit %d", bit).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anEndThatIsMissingIsNoticed() throws IOException {
        byte[] whole = written("facts of o-1");
        for (int length = 0; length < whole.length; length++) {
            byte[] damaged = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(damaged)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatWasWrittenBeforeThereWereChecksumsIsRead() throws IOException {
        byte[] plain = plain("facts of o-1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(plain.length);
        head.write(plain);
        assertThat(read(out.toByteArray())).isEqualTo(plain);
    }

    private static byte[] written(String text) throws IOException {
        ByteSink bytes = new ByteSink();
        Wire.writeText(text, bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckedBytes.write(bytes, out);
        return out.toByteArray();
    }

    private static byte[] plain(String text) throws IOException {
        ByteSink bytes = new ByteSink();
        Wire.writeText(text, bytes);
        return Arrays.copyOf(bytes.bytes(), bytes.length());
    }

    private static byte[] read(byte[] bytes) throws IOException {
        return CheckedBytes.read(new ByteArrayInputStream(bytes));
    }
}
