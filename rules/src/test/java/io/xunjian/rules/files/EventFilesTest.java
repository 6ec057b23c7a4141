package io.xunjian.rules.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aStreamIsAFileOrAFolderOfFilesCompressedOrNot() throws IOException {
        for (String name : new String[] {
            "shipments/b.jsonl", "shipments/a.jsonl.gz", "orders.jsonl", "calls.jsonl.gz", "orders/x.jsonl"
        }) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), name);
        }
        assertThat(EventFiles.in(folder))
                .extracting(EventFile::name)
                .containsExactly(
                        "orders.jsonl",
                        "orders/x.jsonl",
                        "shipments/a.jsonl.gz",
                        "shipments/b.jsonl",
                        "calls.jsonl.gz");
        assertThat(EventFiles.in(folder))
                .allMatch(file -> file.isCompressed() == file.path().toString().endsWith(".gz"))
                .allMatch(file -> EventFiles.streamOf(file.name()) == file.stream())
                .contains(new EventFile(Stream.ORDERS, folder.resolve("orders.jsonl"), "orders.jsonl", 12));
    }

    @Test
    void otherFilesArePassedOver() throws IOException {
        for (String name : new String[] {"orders.json", "x.jsonl", "orders/notes.txt", "calls.jsonl"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "");
        }
        Files.createDirectories(folder.resolve("orders/sub.jsonl"));
        assertThat(EventFiles.in(folder)).extracting(EventFile::stream).containsExactly(Stream.CALLS);
    }

    @Test
    void aFolderThatIsMissingOrHasNoEventsIsTold() {
        assertThatThrownBy(() -> EventFiles.in(folder.resolve("missing"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> EventFiles.in(folder)).isInstanceOf(NotDirectoryException.class);
    }
}
