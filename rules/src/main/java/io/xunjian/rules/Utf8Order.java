package io.xunjian.rules;

/** The order of ids: that of their UTF-8 bytes, which is the order of their code points. */
public final class Utf8Order {

    private Utf8Order() {}

    /** Compares like the UTF-8 bytes of both; {@code String.compareTo} differs above U+FFFF. */
    public static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
