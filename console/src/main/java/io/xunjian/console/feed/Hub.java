package io.xunjian.console.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands news to everybody who listens, as server-sent events. Those of the last while are kept, for listeners that come back;
 * one that was away for longer is told to {@code reset}: to ask anew for what it shows.
 */
public final class Hub {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final int KEPT_FRAMES = 2_000;
    private static final int KEPT_SIZE = 4 << 20;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> kept = new ArrayDeque<>();
    private int keptSize;
    private long keptAfter;
    private long newest;

    /** Takes news. Must return at once. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Takes one event.
         *
         * @param frame as it goes over the wire; shared with others
         */
        void take(byte[] frame);
    }

    /**
     * Something that was published.
     *
     * @param seq of the alert, or of the newest alert before it
     */
    private record Frame(long seq, boolean isAlert, String text) {}

    /** Begins after a state: nothing before it is news. */
    public synchronized void beginAfter(long seq) {
        kept.clear();
        keptSize = 0;
        keptAfter = seq;
        newest = seq;
    }

    /** Publishes the newest state of an alert. */
    public synchronized void alert(long seq, String json) {
        newest = seq;
        keep(new Frame(seq, true, frame("alert", "id: " + seq + '\n', json)));
    }

    /** Publishes what somebody decided. */
    public synchronized void decision(String json) {
        keep(new Frame(newest, false, frame("decision", "", json)));
    }

    /** Publishes what is only true now: who is away does not miss it. */
    public synchronized void passing(String event, String json) {
        send(frame(event, "", json));
    }

    /** Tells everybody that more has changed than can be told. */
    public synchronized void reset(long seq) {
        beginAfter(seq);
        send(resetFrame());
    }

    /**
     * Adds a listener, and gives it what it missed.
     *
     * @param lastSeq of the last alert that it had, empty where it is new
     */
    public synchronized void listen(Listener listener, OptionalLong lastSeq) {
        listener.take(bytes("retry: 2000\nid: " + newest + "\n\n"));
        if (lastSeq.isPresent()) {
            long last = lastSeq.getAsLong();
            if (last < keptAfter || last > newest) {
                listener.take(bytes(resetFrame()));
            } else {
                kept.stream()
                        .filter(frame -> frame.isAlert() ? frame.seq() > last : frame.seq() >= last)
                        .forEach(frame -> listener.take(bytes(frame.text())));
            }
        }
        listeners.add(listener);
    }

    /** Removes a listener. */
    public void leave(Listener listener) {
        listeners.remove(listener);
    }

    public int listeners() {
        return listeners.size();
    }

    private void keep(Frame frame) {
        kept.add(frame);
        keptSize += frame.text().length();
        while (kept.size() > KEPT_FRAMES || keptSize > KEPT_SIZE) {
            Frame oldest = kept.remove();
            keptSize -= oldest.text().length();
            keptAfter = oldest.isAlert() ? oldest.seq() : oldest.seq() + 1;
        }
        send(frame.text());
    }

    private void send(String frame) {
        byte[] bytes = bytes(frame);
        listeners.forEach(listener -> give(listener, bytes));
    }

    /** One that fails is parted with; the others, and who publishes, do not notice. */
    private void give(Listener listener, byte[] bytes) {
        try {
            listener.take(bytes);
        } catch (RuntimeException e) {
            leave(listener);
            LOG.debug("A listener failed and is left out", e);
        }
    }

    private String resetFrame() {
        return frame("reset", "id: " + newest + '\n', "{\"seq\":" + newest + '}');
    }

    /**
     * An event as text.
     *
     * @param json on one line
     */
    private static String frame(String event, String idLine, String json) {
        return "event: " + event + '\n' + idLine + "data: " + json + "\n\n";
    }

    private static byte[] bytes(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
