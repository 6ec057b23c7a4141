package io.xunjian.cli;

/** Whether a person looks at what we print. The launcher knows: Java could not say it before version 22. */
final class Terminal {

    private Terminal() {}

    static boolean isOut() {
        return Boolean.getBoolean("xunjian.terminal.out");
    }

    static boolean isErr() {
        return Boolean.getBoolean("xunjian.terminal.err");
    }
}
