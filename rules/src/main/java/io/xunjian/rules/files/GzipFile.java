package io.xunjian.rules.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is compressed in a file. A file of no bytes holds nothing; one that is cut off or no gzip file is named. */
final class GzipFile extends FilterInputStream {

    private static final int AT_A_TIME = 1 << 16;

    private final Path file;

    private GzipFile(Path file, InputStream inflated) {
        super(inflated);
        this.file = file;
    }

    static InputStream open(Path file) throws IOException {
        InputStream compressed = Files.newInputStream(file);
        try {
            return Files.size(file) == 0 ? compressed : new GzipFile(file, new GZIPInputStream(compressed, AT_A_TIME));
        } catch (IOException e) {
            compressed.close();
            throw named(file, e);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            return super.read(into, from, length);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    private static IOException named(Path file, IOException e) {
        return e instanceof ZipException || e instanceof EOFException ? new BrokenFile(file, e) : e;
    }
}
