package io.xunjian.backtest.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.backtest.Comparison;
import io.xunjian.backtest.LabelScores;
import io.xunjian.backtest.LabelsRejected;
import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.Count;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.LineReader;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.files.Summary;
import io.xunjian.rules.files.Tally;
import io.xunjian.rules.json.AlertJson;
import io.xunjian.rules.json.EventDecoder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.testing.Candidates;
import io.xunjian.rules.testing.Cases;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.Times;
import io.xunjian.rules.trial.AlertChange;
import io.xunjian.rules.trial.Sweep;
import io.xunjian.rules.trial.Trial;
import io.xunjian.rules.trial.TrialCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run over a reference history writes, with a candidate and a sweep, and with names that were made up to do harm. */
final class SampleRun {

    static final String SCRIPT = "<script>alert(1)</script>";

    static final List<String> HOSTILE = List.of(
            SCRIPT,
            "</script><script>alert(2)</script><!--",
            "\"><img src=x onerror=alert(3)>",
            "\u202Eright to left\u2067\u200F \u05D0\u05D1\u05D2",
            "{a}{{data}}$1&lt;b&gt;&amp;\u2028",
            "x".repeat(10_000));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OFTEN = 50;

    private final Trial trial;
    private final Tally tally = new Tally();

    private SampleRun(Trial trial) {
        this.trial = trial;
    }

    /** A baseline of rules with hostile names, a candidate that changes every rule, a sweep of hostile values. */
    static Trial hostileTrial() {
        RuleBook baseline = Books.of(
                file("LATE_SHIPMENT", HOSTILE.get(2), SCRIPT)
                        .replace("{type: WARNING}", "{type: DEPOSIT_DEDUCTION, amountFen: 1050}"),
                file("COMPLAINT_OVERDUE", HOSTILE.get(5), HOSTILE.get(3)));
        RuleBook candidate = Candidates.ALL.get(Candidates.ALL.size() - 1);
        Sweep sweep = new Sweep("LATE_SHIPMENT", SCRIPT, List.of("1", HOSTILE.get(2), HOSTILE.get(5)));
        List<RuleBook> swept =
                List.of(Books.with("LATE_SHIPMENT", "maxJudgements: 1"), baseline, Candidates.ALL.get(1));
        return new Trial(baseline, candidate, sweep, swept);
    }

    private static String file(String ruleCode, String en, String zh) {
        return Books.file(ruleCode, Books.version(1, "active", "2000-01-01T00:00:00+08:00", ""))
                .replace("en: A rule", "en: '" + en + "'")
                .replace("zh: 规则", "zh: '" + zh + "'");
    }

    /** Writes all but the page. */
    static OutFolder write(Path folder, Trial trial) throws IOException {
        OutFolder out = new OutFolder(folder);
        out.prepare();
        new SampleRun(trial).write(out);
        return out;
    }

    private void write(OutFolder out) throws IOException {
        List<Event> events = read(Cases.named("mixed-3"));
        long horizon = Histories.horizonOf(events);
        TrialCounter counter = new TrialCounter(trial);
        List<Map<String, Finding>> found = new ArrayList<>();
        for (int book = 0; book < trial.size(); book++) {
            long books = 1L << book;
            List<Finding> findings = History.findings(events, horizon, trial.book(book));
            findings.forEach(finding -> counter.add(finding, books));
            found.add(findings.stream()
                    .collect(Collectors.toMap(Finding::alertId, finding -> finding, (a, b) -> a, TreeMap::new)));
        }
        writeAlerts(found.get(Trial.BASELINE), out);
        out.finish(OutFolder.ALERTS);
        Summary summary = new Summary(horizon, trial, counter.totals(), tally);
        if (trial.hasCandidate()) {
            writeDiff(found.get(Trial.BASELINE), found.get(Trial.CANDIDATE), out);
            out.finish(OutFolder.DIFF);
            String first = found.get(Trial.BASELINE).keySet().iterator().next();
            out.write(summary, Comparison.read(out.path().resolve(OutFolder.DIFF)), scores(first, out));
        } else {
            out.write(summary);
        }
    }

    private static LabelScores scores(String alertId, OutFolder out) throws IOException {
        Path labels = Files.writeString(
                out.path().resolve("labels.jsonl"), "{\"alertId\":\"" + alertId + "\",\"label\":\"TRUE_POSITIVE\"}\n");
        try {
            return LabelScores.of(labels).score("baseline", out.path().resolve(OutFolder.ALERTS));
        } catch (LabelsRejected e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeAlerts(Map<String, Finding> findings, OutFolder out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings.values()) {
            byte[] line = AlertJson.write(Rules.alert(finding, trial.book(Trial.BASELINE)));
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        for (String name : trial.hasCandidate() ? HOSTILE : List.<String>of()) {
            for (int i = 0; i < OFTEN; i++) {
                lines.add(called(name, JSON.readTree(lines.get(i))).toString());
            }
        }
        Files.write(out.unfinished(OutFolder.ALERTS), lines);
    }

    private void writeDiff(Map<String, Finding> before, Map<String, Finding> after, OutFolder out) throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, Finding> all = new TreeMap<>(before);
        all.putAll(after);
        for (String id : all.keySet()) {
            AlertChange change = AlertChange.between(trial, before.get(id), after.get(id));
            if (change != null) {
                lines.add(new String(change.json(), StandardCharsets.UTF_8));
            }
        }
        List<String> renamed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode change = (ObjectNode) JSON.readTree(lines.get(i));
            String name = HOSTILE.get(i % HOSTILE.size());
            for (String side : List.of("before", "after")) {
                if (change.has(side)) {
                    change.set(side, called(name, change.get(side)));
                }
            }
            change.put("alertId", name).put("historyCount", 1);
            change.putArray("history")
                    .addObject()
                    .put("eventId", name)
                    .put("eventType", "HEARTBEAT")
                    .put("eventTime", Times.NOON);
            renamed.add(change.toString());
        }
        Files.write(out.unfinished(OutFolder.DIFF), renamed);
    }

    private static JsonNode called(String name, JsonNode alert) {
        ObjectNode renamed = alert.deepCopy();
        renamed.put("alertId", name).put("subjectId", name);
        renamed.putObject("reason").put("en", name).put("zh", name);
        return renamed;
    }

    private List<Event> read(Cases.Case given) throws IOException {
        List<Event> events = new ArrayList<>();
        for (EventFiles.EventFile file : EventFiles.in(given.events())) {
            EventDecoder decoder = new EventDecoder(file.stream());
            try (LineReader lines = LineReader.ofPart(file.path(), 0, file.bytes())) {
                while (lines.next()) {
                    Event event = decoder.decode(lines.buffer(), lines.from(), lines.length());
                    tally.count(file.stream(), Count.READ);
                    if (event == null) {
                        tally.refused(file.stream(), decoder.reason());
                    } else {
                        tally.count(file.stream(), Count.USED);
                        events.add(event);
                    }
                }
            }
        }
        tally.count(Stream.ORDERS, Count.READ, 3);
        tally.count(Stream.ORDERS, Count.LATE, 3);
        return events;
    }
}
