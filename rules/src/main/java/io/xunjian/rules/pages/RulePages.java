package io.xunjian.rules.pages;

import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.VersionStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rule book for people: a page in Markdown for each rule, and one that lists them. */
public final class RulePages {

    public static final String INDEX = "README.md";

    private RulePages() {}

    /** The text of each file, by its name. */
    public static Map<String, String> of(RuleBook book) {
        Map<String, String> pages = new TreeMap<>();
        pages.put(INDEX, index(book));
        for (Rule<?> rule : Rules.ALL) {
            pages.put(fileOf(rule), page(rule, book));
        }
        return pages;
    }

    public static String fileOf(Rule<?> rule) {
        return rule.code() + ".md";
    }

    /** What a page says in one language. */
    public static String text(Rule<?> rule, RuleBook book, Tongue tongue) {
        return new RuleText(rule, book, tongue).write();
    }

    private static String page(Rule<?> rule, RuleBook book) {
        return """
                <!-- Made by ./xunjian rules doc: what is written here is lost. The texts stand in the rule's file. -->
                # %s %s %s

                [中文](#中文) · [All rules 全部规则](%s) · Times are of Asia/Shanghai 时间均为 Asia/Shanghai

                %s
                # 中文

                %s""".formatted(
                        rule.code(),
                        name(rule, book, Tongue.EN),
                        name(rule, book, Tongue.ZH),
                        INDEX,
                        text(rule, book, Tongue.EN),
                        text(rule, book, Tongue.ZH));
    }

    private static String index(RuleBook book) {
        return """
                <!-- Made by ./xunjian rules doc: what is written here is lost. -->
                # Rules 规则

                Each page has the clause, the definition, the parameters, what follows, and an example that was judged when the page was
                made. A rule's file (`rules/src/main/resources/rulebook`) has all that can be set; `--rules DIR` puts files over them.
                `./xunjian rules doc --rules DIR --out DIR` makes these pages for such a folder.

                %s
                每页包含条款、定义、参数、处置，以及一段在生成页面时判定的示例。可设置的内容都在规则文件中（`rules/src/main/resources/rulebook`），
                `--rules DIR` 用自己的文件替换它们；`./xunjian rules doc --rules DIR --out DIR` 为这样的文件夹生成这些页面。

                %s""".formatted(indexTable(book, Tongue.EN), indexTable(book, Tongue.ZH));
    }

    private static String indexTable(RuleBook book, Tongue in) {
        Table table = new Table(
                List.of(in.of("rule", "规则"), in.of("name", "名称"), in.of("finds", "发现什么"), in.of("in force", "生效版本")));
        for (Rule<?> rule : Rules.ALL) {
            table.row(List.of(
                    "[" + rule.code() + "](" + fileOf(rule) + ")",
                    name(rule, book, in),
                    in.prose(book.doc(rule.code()).finds()),
                    inForce(rule, book, in)));
        }
        return table.toString();
    }

    private static String inForce(Rule<?> rule, RuleBook book, Tongue in) {
        return book.versions(rule.code()).stream()
                .filter(version -> version.status() == VersionStatus.ACTIVE)
                .map(version -> RuleText.versionFrom(version, in))
                .collect(Collectors.joining(in.of("; ", "；")));
    }

    private static String name(Rule<?> rule, RuleBook book, Tongue in) {
        List<RuleVersion> versions = book.versions(rule.code());
        return in.of(versions.get(versions.size() - 1).name());
    }
}
