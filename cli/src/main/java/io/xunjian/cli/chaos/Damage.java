package io.xunjian.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/** What a disk does to a checkpoint. */
enum Damage {
    /** Half of what says which files belong to it is gone. */
    TRUNCATED {
        @Override
        void to(Path checkpoint, Random dice) throws IOException {
            Path metadata = checkpoint.resolve(METADATA);
            byte[] bytes = Files.readAllBytes(metadata);
            Files.write(metadata, Arrays.copyOf(bytes, bytes.length / 2));
        }
    },
    /** One bit of its largest file is another. */
    FLIPPED {
        @Override
        void to(Path checkpoint, Random dice) throws IOException {
            Path largest;
            try (var files = Files.list(checkpoint)) {
                largest = files.max(
                                Comparator.comparingLong(file -> file.toFile().length()))
                        .orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(largest);
            bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(8));
            Files.write(largest, bytes);
        }
    };

    static final String METADATA = "_metadata";

    abstract void to(Path checkpoint, Random dice) throws IOException;
}
