package io.xunjian.bench.peers.decode;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The floor: decodes every record of every file on one thread, with jackson-core's streaming parser, and makes nothing of
 * it. Who reads events with that parser and judges them besides takes longer for each core.
 */
public final class DecodeOnly {

    private DecodeOnly() {}

    /**
     * Prints what it read; writes nothing.
     *
     * @param args folder of events, and the folder to write to that every contender is given
     */
    public static void main(String[] args) throws IOException {
        Tally tally = new Tally();
        System.out.println("started");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[0]), "*.jsonl")) {
            for (Path file : files) {
                decode(file, tally);
            }
        }
        System.out.println(tally);
    }

    private static void decode(Path file, Tally tally) throws IOException {
        BlockDecoder decoder = new BlockDecoder(tally);
        try (Blocks blocks = new Blocks(Files.newInputStream(file))) {
            while (blocks.next()) {
                decoder.decode(blocks.bytes(), blocks.length());
            }
        }
    }
}
