package io.xunjian.cli.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file system of the checkpoints is full for a while. */
final class DiskFull implements Scenario.Script {

    private static final int SIZE_MIB = 48;
    private static final long FULL_MS = 20_000;
    private static final double MIDDLE = 0.6;

    @Override
    public void play(Run run) throws IOException, InterruptedException {
        Path small = run.stage().folder().path().resolve("checkpoints");
        run.stage().mountSmall(small, SIZE_MIB);
        run.job().start();
        run.feed().start(MIDDLE);
        run.feed().await(0.1 + run.dice().nextDouble() * 0.3);
        run.strike(() -> {
            Path filler = small.resolve("filler");
            fill(filler);
            long until = System.currentTimeMillis() + FULL_MS;
            while (System.currentTimeMillis() < until) {
                Thread.sleep(500); // checkpoints that are given up leave room
                fill(filler);
            }
            Files.delete(filler);
        });
    }

    private static void fill(Path file) {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < SIZE_MIB * 256; i++) {
                out.write(page);
            }
        } catch (IOException e) {
            return; // it is full, as it should be
        }
    }
}
