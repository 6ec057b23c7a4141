package io.xunjian.rules.pages;

import io.xunjian.rules.Finding;
import io.xunjian.rules.History;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleDoc.Example;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.json.ExampleEvents;
import java.util.Comparator;
import java.util.List;

/** A rule's example: its events, and the alerts that the rules find in them now. */
final class ExampleText {

    private final Example example;
    private final RuleBook book;
    private final Tongue in;
    private final StringBuilder text = new StringBuilder();

    ExampleText(Example example, RuleBook book, Tongue in) {
        this.example = example;
        this.book = book;
        this.in = in;
    }

    String write() {
        text.append(in.prose(example.shows())).append("\n\n");
        text.append("```json\n");
        example.events().forEach(event -> text.append(event.strip()).append('\n'));
        text.append("```\n\n");
        List<Alert> alerts = alerts(example, book);
        String asOf = Instants.readable(example.asOf());
        text.append(in.of("Judged as of " + asOf, "截至 " + asOf + " 判定"))
                .append(
                        alerts.isEmpty()
                                ? in.of(": no alert.\n", "：没有预警。\n")
                                : in.of(":\n\n", "：\n\n") + table(alerts));
        return text.toString();
    }

    /** In the order of {@code alerts.jsonl}. */
    static List<Alert> alerts(Example example, RuleBook book) {
        List<Event> events = example.events().stream().map(ExampleEvents::read).toList();
        return History.findings(events, example.asOf(), book).stream()
                .sorted(Comparator.comparingLong(Finding::raisedAt).thenComparing(Finding::alertId))
                .map(finding -> Rules.alert(finding, book))
                .toList();
    }

    private Table table(List<Alert> alerts) {
        Table table = new Table(List.of(
                in.of("raised", "发生时间"),
                in.of("alert", "预警"),
                in.of("level", "级别"),
                in.of("severity", "情节"),
                in.of("status", "状态"),
                in.of("reason", "理由")));
        for (Alert alert : alerts) {
            Finding finding = alert.finding();
            table.row(List.of(
                    Instants.readable(finding.raisedAt()),
                    '`' + finding.alertId() + '`',
                    String.valueOf(finding.level()),
                    in.of(alert.severity().words()),
                    finding.status() == Status.CURED ? in.of("cured", "已补救") : in.of("open", "未处理"),
                    in.of(alert.reason())));
        }
        return table;
    }
}
