package io.xunjian.console.web;

import io.javalin.http.Context;
import io.xunjian.console.feed.Hub;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One who listens. What it cannot take yet waits in a bounded queue; where that is full it is told to reset and parted with. It
 * comes back by itself, with the id of the last event that it had.
 */
final class StreamClient implements Hub.Listener, WriteListener {

    private static final int MOST_WAITING = 256;
    private static final int LARGEST_WAITING = 512 << 10;
    private static final byte[] RESET = "event: reset\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final Context ctx;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ServletOutputStream out;
    private final Consumer<StreamClient> onDrop;
    private final Consumer<StreamClient> onEnd;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean isDropped;
    private boolean isFlushed = true;
    private boolean hasEnded;

    /**
     * Makes one.
     *
     * @param onDrop when it gets no more news
     * @param onEnd when the connection is given up
     */
    StreamClient(Context ctx, Consumer<StreamClient> onDrop, Consumer<StreamClient> onEnd) throws IOException {
        this.ctx = ctx;
        this.out = ctx.res().getOutputStream();
        this.onDrop = onDrop;
        this.onEnd = onEnd;
    }

    void start() {
        out.setWriteListener(this);
    }

    /** Done when it is parted with. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Whether it is not too slow, and still signed in. */
    boolean mayListen(Predicate<Context> stillPasses) {
        return !isDropped() && stillPasses.test(ctx);
    }

    private synchronized boolean isDropped() {
        return isDropped;
    }

    @Override
    public synchronized void take(byte[] frame) {
        if (isDropped || hasEnded) {
            return;
        }
        if (waiting.size() == MOST_WAITING || waitingBytes > LARGEST_WAITING) {
            waiting.clear();
            waiting.add(RESET);
            isDropped = true;
            onDrop.accept(this);
        } else {
            waiting.add(frame);
            waitingBytes += frame.length;
        }
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    @Override
    public void onError(Throwable error) {
        end();
    }

    /** As much as goes without waiting. */
    private void write() {
        try {
            while (!hasEnded && out.isReady()) {
                byte[] frame = waiting.poll();
                if (frame != null) {
                    waitingBytes -= frame.length;
                    isFlushed = false;
                    out.write(frame);
                } else if (!isFlushed) {
                    isFlushed = true;
                    out.flush();
                } else {
                    break;
                }
            }
            if (isDropped && waiting.isEmpty()) {
                end();
            }
        } catch (IOException | IllegalStateException e) {
            // The second is what a server throws where it has given up the connection already.
            end();
        }
    }

    /** Parts with it. */
    synchronized void end() {
        if (!hasEnded) {
            hasEnded = true;
            onEnd.accept(this);
            ended.complete(null);
        }
    }
}
