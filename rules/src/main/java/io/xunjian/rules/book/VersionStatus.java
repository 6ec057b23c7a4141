package io.xunjian.rules.book;

/** How far a version of a rule has come. Only an active one enforces. */
public enum VersionStatus {
    DRAFT,
    /** Judged beside the active version; what it finds is not an alert. */
    SHADOW,
    ACTIVE,
    RETIRED
}
