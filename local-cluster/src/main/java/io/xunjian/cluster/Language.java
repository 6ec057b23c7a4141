package io.xunjian.cluster;

import java.util.Locale;

/** The language that a user reads. */
public enum Language {
    EN,
    ZH;

    /** What the environment says: {@code LC_ALL}, else {@code LC_MESSAGES}, else {@code LANG}. */
    public static Language ofUser() {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
            }
        }
        return EN;
    }

    /** The text in this language. */
    public String of(String english, String chinese) {
        return this == ZH ? chinese : english;
    }

    /** As in JSON: {@code en}, {@code zh}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
