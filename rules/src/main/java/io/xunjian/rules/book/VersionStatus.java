package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;

/** How far a version of a rule has come. Only an active one enforces. */
public enum VersionStatus {
    DRAFT("draft", "草稿"),
    /** Judged beside the active version; what it finds is not an alert. */
    SHADOW("shadow", "影子"),
    ACTIVE("active", "生效"),
    RETIRED("retired", "停用");

    private final String en;
    private final String zh;

    VersionStatus(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** For people. */
    public Sentence words() {
        return new Sentence(en, zh);
    }
}
