package io.xunjian.rules.pages;

import io.xunjian.rules.alert.Sentence;
import java.util.regex.Pattern;

/** The language of one half of a page, or of what is told to a person. */
public enum Tongue {
    EN,
    ZH;

    private static final String CHINESE = "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]";
    private static final Pattern BREAK = Pattern.compile("(?<=" + CHINESE + ")(?: |\n *)(?=" + CHINESE + ")");

    /** Words of a rule file, whose lines are broken anywhere: between Chinese characters no blank is left. */
    public String prose(Sentence sentence) {
        return of(sentence.en(), BREAK.matcher(sentence.zh()).replaceAll("")).strip();
    }

    /** The words in this language. */
    public String of(Sentence sentence) {
        return of(sentence.en(), sentence.zh());
    }

    /** That of the two which is in this language. */
    public String of(String en, String zh) {
        return this == ZH ? zh : en;
    }
}
