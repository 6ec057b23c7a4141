package io.xunjian.backtest;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.testing.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Folders of events, read whole. */
public final class Folders {

    private Folders() {}

    /** Every event, as often as it was delivered. */
    public static List<Event> read(Path folder) throws IOException {
        List<Event> events = Collections.synchronizedList(new ArrayList<>());
        EventScan.each(EventFiles.in(folder), events::add);
        return events;
    }

    /** Writes events as a folder, each in the file of its stream. */
    public static Path write(Path folder, Collection<Event> events) throws IOException {
        Files.createDirectories(folder);
        Map<Stream, List<String>> lines = new EnumMap<>(Stream.class);
        for (Event event : events) {
            lines.computeIfAbsent(event.type().stream(), stream -> new ArrayList<>())
                    .add(EventJson.line(event));
        }
        for (Map.Entry<Stream, List<String>> file : lines.entrySet()) {
            Files.write(folder.resolve(file.getKey().topic() + ".jsonl"), file.getValue());
        }
        return folder;
    }
}
