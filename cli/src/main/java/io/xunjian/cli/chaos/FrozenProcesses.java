package io.xunjian.cli.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Those that stand still: they must go on before they can end in order. */
final class FrozenProcesses {

    private final List<Long> pids = new ArrayList<>();

    synchronized void freeze(long pid) throws IOException, InterruptedException {
        pids.add(pid);
        Signal.STOP.send(pid);
    }

    synchronized void thaw() throws IOException, InterruptedException {
        for (long pid : pids) {
            Signal.CONT.send(pid);
        }
        pids.clear();
    }
}
