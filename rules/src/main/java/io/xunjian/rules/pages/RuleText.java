package io.xunjian.rules.pages;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.book.Clause;
import io.xunjian.rules.book.Parameter;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleDoc;
import io.xunjian.rules.book.RuleDoc.ParameterDoc;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say of one rule, in one language. */
final class RuleText {

    private final Rule<?> rule;
    private final RuleBook book;
    private final RuleDoc doc;
    private final List<RuleVersion> versions;
    private final Tongue in;
    private final StringBuilder text = new StringBuilder();

    RuleText(Rule<?> rule, RuleBook book, Tongue in) {
        this.rule = rule;
        this.book = book;
        this.doc = book.doc(rule.code());
        this.versions = book.versions(rule.code());
        this.in = in;
    }

    String write() {
        paragraph(in.prose(doc.finds()) + in.of(".", "。"));
        section("Clause", "条款");
        clause();
        section("Definition", "定义");
        paragraph(in.prose(doc.definition()));
        section("Parameters", "参数");
        parameters();
        section("What follows", "处置");
        versions.forEach(this::ladder);
        section("What cures", "如何补救");
        paragraph(in.prose(doc.cures()));
        section("What is late", "迟到的事实");
        paragraph(in.prose(doc.late()));
        section("Example", "示例");
        text.append(new ExampleText(doc.example(), book, in).write());
        return text.toString();
    }

    /** As in "1 from 2022-08-15 00:00:00". */
    static String versionFrom(RuleVersion version, Tongue in) {
        String from = Instants.readable(version.effectiveFrom());
        return in.of(version.version() + " from " + from, version.version() + "，自 " + from + " 起");
    }

    private void section(String en, String zh) {
        text.append("## ").append(in.of(en, zh)).append("\n\n");
    }

    private void paragraph(String words) {
        text.append(words.strip()).append("\n\n");
    }

    /** The platform's own words are the Chinese ones: they stand in both halves. */
    private void clause() {
        Clause clause = versions.get(versions.size() - 1).clause();
        if (in == Tongue.EN) {
            text.append("> ").append(clause.en()).append("\n>\n");
        }
        text.append("> ")
                .append(clause.zh())
                .append("\n>\n> — ")
                .append(clause.ref())
                .append("\n\n");
    }

    private void parameters() {
        List<String> head = new ArrayList<>(List.of(
                in.of("parameter", "参数"),
                in.of("meaning", "含义"),
                in.of("unit", "单位"),
                in.of("accepts", "可取值"),
                in.of("default", "默认值")));
        versions.forEach(version -> head.add(in.of("version ", "版本 ") + version.version()));
        Table table = new Table(head);
        for (Parameter parameter : versions.get(0).values()) {
            ParameterDoc words = doc.parameters().get(parameter.name());
            List<String> row = new ArrayList<>(List.of(
                    code(parameter.name()),
                    in.prose(words.meaning()),
                    in.prose(words.unit()),
                    parameter.accepts().words(),
                    code(parameter.orElse())));
            versions.forEach(version -> row.add(value(parameter.name(), version)));
            table.row(row);
        }
        text.append(table).append('\n');
    }

    private static String value(String parameter, RuleVersion version) {
        return version.values().stream()
                .filter(other -> other.name().equals(parameter))
                .map(other -> code(other.value()))
                .collect(Collectors.joining());
    }

    private void ladder(RuleVersion version) {
        paragraph(in.of("Version ", "版本 ")
                + versionFrom(version, in)
                + in.of(" (", "（")
                + in.of(version.status().words())
                + in.of("):", "）："));
        Rungs rungs = new Rungs(rule, in);
        Table table = new Table(List.of(in.of("level", "级别"), in.of("severity", "情节"), in.of("actions", "措施")));
        for (Rung rung : version.ladder()) {
            table.row(List.of(
                    String.valueOf(rung.level()),
                    rungs.severity(rung.severity()),
                    rungs.actions(rung.level(), version)));
        }
        text.append(table).append('\n');
    }

    private static String code(String name) {
        return '`' + name + '`';
    }
}
