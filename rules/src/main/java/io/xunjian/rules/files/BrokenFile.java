package io.xunjian.rules.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** A file of events that is not what its name says; the message names it. It is the user's to mend. */
public final class BrokenFile extends IOException {

    BrokenFile(Path file, IOException cause) {
        super(
                file + " is not a whole gzip file: "
                        + (cause instanceof EOFException ? "it is cut off" : cause.getMessage()),
                cause);
    }
}
