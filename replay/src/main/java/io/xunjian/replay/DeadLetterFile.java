package io.xunjian.replay;

import io.xunjian.rules.json.DeadLetter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the dead letters of all parts in the order of the parts, whichever thread is ahead; a letter's line in its file
 * is known once the parts before it are read.
 */
final class DeadLetterFile implements Closeable {

    private final OutputStream out;
    private final Map<Integer, List<DeadLetter>> waiting = new HashMap<>();
    private final Map<Integer, Long> finishedLines = new HashMap<>();
    private final List<Part> parts;

    /** The part whose letters are written at once, and the lines of its file that lie before it. */
    private int head;

    private long linesBefore;

    DeadLetterFile(Path file, List<Part> parts) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
        this.parts = parts;
    }

    /** @param letter with its line in the part */
    synchronized void add(Part part, DeadLetter letter) throws IOException {
        if (part.index() == head) {
            write(letter);
        } else {
            waiting.computeIfAbsent(part.index(), index -> new ArrayList<>()).add(letter);
        }
    }

    /** The part is read to its end: it has so many lines. */
    synchronized void finished(Part part, long lines) throws IOException {
        finishedLines.put(part.index(), lines);
        for (Long done = finishedLines.remove(head); done != null; done = finishedLines.remove(head)) {
            head++;
            linesBefore = head < parts.size() && !parts.get(head).startsFile() ? linesBefore + done : 0;
            List<DeadLetter> letters = waiting.remove(head);
            if (letters != null) {
                for (DeadLetter letter : letters) {
                    write(letter);
                }
            }
        }
    }

    private void write(DeadLetter letter) throws IOException {
        out.write(letter.movedBy(linesBefore).toJson());
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
