package io.xunjian.console.webhook;

/** What a bot writes in. */
enum Language {
    EN,
    ZH;

    String of(String en, String zh) {
        return this == EN ? en : zh;
    }
}
