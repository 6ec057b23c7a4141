package io.xunjian.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Seeds;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    /** The bytes at which the rules of UTF-8 change. */
    private static final int[] LIMITS = {
        0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @Test
    void threeBytesAreValidWhereThePlatformSaysSo() {
        for (int lead = 0; lead < 256; lead++) {
            for (int second : LIMITS) {
                for (int third : LIMITS) {
                    assertSame((byte) lead, (byte) second, (byte) third);
                }
            }
        }
    }

    @Test
    void longerBytesAreValidWhereThePlatformSaysSo() {
        Seeds.each(20_000, (seed, random) -> assertSame(bytes(random)));
    }

    @Test
    void onlyThePartThatIsAskedForIsLookedAt() {
        byte[] bytes = {(byte) 0xFF, 'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF};
        assertThat(Utf8.isValid(bytes, 1, 4)).isTrue();
        assertThat(Utf8.isValid(bytes, 1, 3)).isFalse();
        assertThat(Utf8.isValid(bytes, 4, 4)).isTrue();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(24)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(3) == 0 ? (byte) LIMITS[random.nextInt(LIMITS.length)] : (byte) 'a';
        }
        return bytes;
    }

    private static void assertSame(byte... bytes) {
        if (Utf8.isValid(bytes, 0, bytes.length) != isValidToThePlatform(bytes)) {
            throw new AssertionError(HexFormat.of().formatHex(bytes));
        }
    }

    private static boolean isValidToThePlatform(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
