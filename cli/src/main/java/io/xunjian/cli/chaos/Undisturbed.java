package io.xunjian.cli.chaos;

import java.io.IOException;

/** What is sent is the fault. */
enum Undisturbed implements Scenario.Script {
    WHILE_SENDING;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        run.job().start();
        run.feed().start(1);
        run.mayNotRestart();
    }
}
