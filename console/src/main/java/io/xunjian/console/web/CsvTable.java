package io.xunjian.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.store.AlertRow;
import io.xunjian.console.store.RecordJson;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Alerts as lines of a table that Excel opens: with a byte order mark, and nothing in it that Excel would calculate. */
final class CsvTable {

    private static final String MARK = "\uFEFF";
    private static final List<String> EN = List.of(
            "alert",
            "rule",
            "rule name",
            "version",
            "subject type",
            "subject",
            "level",
            "severity",
            "status",
            "raised",
            "cured",
            "reason",
            "desk",
            "assignee",
            "outcome",
            "muted until");
    private static final List<String> ZH = List.of(
            "告警", "规则", "规则名称", "版本", "主体类型", "主体", "级别", "严重程度", "状态", "发生时间", "纠正时间", "原因", "处理状态", "处理人", "结论",
            "静默至");

    /** What a cell must not begin with: a spreadsheet takes it for a formula, full-width as well in some of them. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final RuleNames names;
    private final boolean isChinese;
    private final DateTimeFormatter time;

    CsvTable(RuleNames names, boolean isChinese, ZoneId zone) {
        this.names = names;
        this.isChinese = isChinese;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    String head() {
        return MARK + line((isChinese ? ZH : EN).stream());
    }

    String line(AlertRow row) {
        JsonNode reason = RecordJson.tree(row.json()).path("reason");
        JsonNode name = names.of(row.ruleCode(), row.ruleVersion());
        String language = isChinese ? "zh" : "en";
        return line(Stream.of(
                row.alertId(),
                row.ruleCode(),
                name.path(language).asText(),
                Integer.toString(row.ruleVersion()),
                row.subjectType(),
                row.subjectId(),
                Integer.toString(row.level()),
                row.severity(),
                row.status(),
                time(row.raisedAt()),
                row.curedAt() == null ? "" : time(row.curedAt()),
                reason.path(language).asText(),
                row.deskState(),
                row.assignee() == null ? "" : row.assignee(),
                row.outcome() == null ? "" : row.outcome(),
                row.mutedUntil() == 0 ? "" : time(row.mutedUntil())));
    }

    private String time(long at) {
        return time.format(Instant.ofEpochMilli(at));
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** In quotes, for a separator may be any; an apostrophe makes a formula a text. */
    static String cell(String text) {
        // Blanks before it do not keep a formula from being one.
        String stripped = text.stripLeading();
        boolean isFormula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0));
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
