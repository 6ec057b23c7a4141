package io.xunjian.rules.providerinactive;

/** What makes a provider inactive. */
enum Logic {
    /** Either leg is missing. */
    OR,
    /** Both legs are missing. */
    AND
}
