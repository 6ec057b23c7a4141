package io.xunjian.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads of one replay. A failure of one comes out as if it had happened here. */
final class Threads implements AutoCloseable {

    private final int count;
    private final ExecutorService executor;

    Threads(int count) {
        this.count = count;
        this.executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "replay");
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return count;
    }

    /** Runs all tasks and gives their results in order. */
    <T> List<T> run(List<Callable<T>> tasks) throws IOException, TooBigForMemory {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static IOException rethrown(Throwable cause) throws TooBigForMemory {
        if (cause instanceof TooBigForMemory tooBig) {
            throw tooBig;
        }
        if (cause instanceof OutOfMemoryError) {
            throw new TooBigForMemory(Runtime.getRuntime().maxMemory());
        }
        if (cause instanceof IOException failed) {
            return failed;
        }
        throw new IllegalStateException("A replay thread failed", cause);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
