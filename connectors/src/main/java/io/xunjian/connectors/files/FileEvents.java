package io.xunjian.connectors.files;

import io.xunjian.connectors.Received;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.enumerate.BlockSplittingRecursiveEnumerator;

/** Events from a folder of files: the same that a replay in memory reads. */
public final class FileEvents {

    private FileEvents() {}

    /**
     * A bounded source of all events in a folder.
     *
     * @throws IOException if there is no such folder or no event file in it
     */
    public static FileSource<Received> source(Path folder, TypeInformation<Received> type) throws IOException {
        org.apache.flink.core.fs.Path[] paths = EventFiles.in(folder).stream()
                .map(EventFile::path)
                .map(path -> new org.apache.flink.core.fs.Path(
                        path.toAbsolutePath().normalize().toUri()))
                .toArray(org.apache.flink.core.fs.Path[]::new);
        return FileSource.forBulkFileFormat(new EventLines(folder, type), paths)
                .setFileEnumerator(FileEvents::everyFile)
                .build();
    }

    /** Takes every file that it is given; Flink's own would pass over names that begin with an underscore. */
    private static BlockSplittingRecursiveEnumerator everyFile() {
        return new BlockSplittingRecursiveEnumerator(file -> true, new String[] {"gz"});
    }
}
