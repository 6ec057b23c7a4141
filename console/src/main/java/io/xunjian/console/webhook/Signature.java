package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static byte[] of(String key, byte[] what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(what);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
