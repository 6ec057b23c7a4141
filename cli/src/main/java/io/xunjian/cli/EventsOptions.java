package io.xunjian.cli;

import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command that looks up a folder of events has in common. */
final class EventsOptions {

    /** A history and what it is judged by. */
    record History(List<EventFile> files, long until, RuleBook book) {}

    @Option(
            names = "--events",
            required = true,
            paramLabel = "DIR",
            description = "<stream>.jsonl, <stream>.jsonl.gz or <stream>/*.jsonl[.gz] for each stream.")
    private Path events;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files that replace the built-in rules of the same code.")
    private Path rules;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description =
                    "The horizon: epoch milliseconds or RFC 3339 with an offset. Default: the greatest event time.")
    private String until;

    Path events() {
        return events;
    }

    /**
     * Opens what the options name.
     *
     * @param others faults of other options
     * @throws SettingsRejected with every fault
     */
    History open(List<String> others) throws SettingsRejected {
        List<String> faults = new ArrayList<>(others);
        List<EventFile> files = files(faults);
        long horizon = horizon(faults);
        RuleBook book = book(faults);
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
        return new History(files, horizon, book);
    }

    private List<EventFile> files(List<String> faults) {
        try {
            return EventFiles.in(events);
        } catch (NoSuchFileException e) {
            faults.add("--events: there is no folder " + events);
        } catch (IOException e) {
            faults.add("--events: " + events + " holds no events; expected " + List.of("orders.jsonl", "…"));
        }
        return List.of();
    }

    private long horizon(List<String> faults) {
        try {
            return until == null ? Instants.NEVER : Instants.parse(until);
        } catch (IllegalArgumentException e) {
            faults.add("--until " + e.getMessage());
            return Instants.NEVER;
        }
    }

    private RuleBook book(List<String> faults) {
        try {
            return RuleBook.read(Rules.ALL, rules == null ? List.of() : List.of(rules));
        } catch (BookRejected e) {
            e.faults().forEach(fault -> faults.add(fault.toString()));
            return null;
        }
    }
}
