package io.xunjian.cli.chaos;

import java.io.IOException;

/** What a process can be sent that Java has no name for. */
enum Signal {
    STOP,
    CONT;

    void send(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name() + ' ' + pid).start().waitFor();
    }
}
