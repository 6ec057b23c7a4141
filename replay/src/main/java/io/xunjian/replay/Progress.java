package io.xunjian.replay;

/** Is told how far a replay has come. Called often and by several threads: it must be quick. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (bytes, ofBytes, records) -> {};

    /**
     * Some more was read.
     *
     * @param bytes how many of the input's bytes were read, as they lie on disk
     * @param records how many records were in them
     */
    void read(long bytes, long ofBytes, long records);
}
