package io.xunjian.bench.peers.plainflink;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Writes alerts to a folder, as JSON Lines, a file for each task; a task that starts again writes its file anew. */
final class AlertSink implements Sink<Alert> {

    private static final int BUFFER = 1 << 20;

    private final String folder;

    AlertSink(Path folder) {
        this.folder = folder.toString();
    }

    @Override
    public Writer createWriter(WriterInitContext context) throws IOException {
        int task = context.getTaskInfo().getIndexOfThisSubtask();
        Path part = Files.createDirectories(Path.of(folder)).resolve("part-" + task);
        return new Writer(new BufferedOutputStream(Files.newOutputStream(part), BUFFER));
    }

    /** Writes the file of one task. */
    static final class Writer implements SinkWriter<Alert> {

        private final OutputStream out;

        private Writer(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(Alert alert, Context context) throws IOException {
            out.write(AlertJson.write(alert));
            out.write('\n');
        }

        @Override
        public void flush(boolean isEndOfInput) throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
