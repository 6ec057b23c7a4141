package io.xunjian.rules.book;

/** How grave a breach is. */
public enum Severity {
    /** 情节轻微 */
    MINOR,
    /** 情节一般 */
    GENERAL,
    /** 情节严重 */
    SERIOUS,
    /** 情节特别严重 */
    EXTREME
}
