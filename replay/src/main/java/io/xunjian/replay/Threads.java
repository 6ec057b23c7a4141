package io.xunjian.replay;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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

    private <T> List<T> run(List<Callable<T>> tasks) throws IOException, TooBigForMemory {
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw failed(e);
        }
    }

    /** Runs a task on each thread at the same time and gives what they made. */
    <T> List<T> onEach(Callable<T> task) throws IOException, TooBigForMemory {
        return run(Collections.nCopies(count, task));
    }

    /** Makes parts on all threads, a few ahead of what is taken, and gives them in order. */
    <T> void inOrder(int parts, Maker<T> maker, Taker<T> taker) throws IOException, TooBigForMemory {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        int next = 0;
        try {
            for (int taken = 0; taken < parts; taken++) {
                while (next < parts && ahead.size() < 2 * count) {
                    int part = next++;
                    ahead.add(executor.submit(() -> maker.make(part)));
                }
                taker.take(ahead.remove().get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw failed(e);
        }
    }

    /** Makes the part of that index; on any thread. */
    @FunctionalInterface
    interface Maker<T> {
        T make(int part) throws IOException;
    }

    /** Takes a part; on the thread that asked for them. */
    @FunctionalInterface
    interface Taker<T> {
        void take(T part) throws IOException;
    }

    private static IOException failed(Exception why) throws TooBigForMemory {
        if (why instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new IOException("Interrupted", why);
        }
        Throwable cause = why.getCause();
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
