package io.xunjian.rules.pages;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Parameter;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.List;
import java.util.TreeSet;

/** In what one rule book differs from another, for people, in Markdown. */
public final class BookChanges {

    private final RuleBook from;
    private final RuleBook to;
    private final Tongue in;
    private final StringBuilder text = new StringBuilder();

    private BookChanges(RuleBook from, RuleBook to, Tongue in) {
        this.from = from;
        this.to = to;
        this.in = in;
    }

    /** Of every rule that differs; empty where none does. */
    public static String text(RuleBook from, RuleBook to, Tongue in) {
        BookChanges changes = new BookChanges(from, to, in);
        for (Rule<?> rule : Rules.ALL) {
            if (!from.hasTheSame(rule.code(), to)) {
                changes.tell(rule);
            }
        }
        return changes.text.toString();
    }

    private void tell(Rule<?> rule) {
        List<RuleVersion> versions = to.versions(rule.code());
        text.append(text.isEmpty() ? "" : "\n")
                .append("## ")
                .append(rule.code())
                .append(' ')
                .append(in.of(versions.get(versions.size() - 1).name()))
                .append('\n');
        TreeSet<Integer> numbers = new TreeSet<>();
        from.versions(rule.code()).forEach(version -> numbers.add(version.version()));
        versions.forEach(version -> numbers.add(version.version()));
        numbers.forEach(number -> tell(rule, from.find(rule.code(), number), to.find(rule.code(), number)));
    }

    /** Either may be {@code null}. */
    private void tell(Rule<?> rule, RuleVersion before, RuleVersion now) {
        if (now == null) {
            heading(before, in.of("is removed", "删除"), ".", "。");
        } else if (before == null) {
            added(rule, now);
        } else if (!now.equals(before)) {
            heading(now, in.of("is changed", "变更"), ":", "：");
            lines(VersionChanges.all(rule, before, now, in));
        }
    }

    private void added(Rule<?> rule, RuleVersion version) {
        List<RuleVersion> versions = to.versions(rule.code());
        int place = versions.indexOf(version);
        if (place == 0) {
            heading(version, in.of("is added", "新增"), ":", "：");
            lines(version.values().stream().map(BookChanges::value).toList());
            return;
        }
        RuleVersion earlier = versions.get(place - 1);
        List<String> changes = VersionChanges.inWhatItSays(rule, earlier, version, in);
        String number = String.valueOf(earlier.version());
        if (changes.isEmpty()) {
            heading(
                    version,
                    in.of("is added", "新增"),
                    ", the same as version " + number + '.',
                    "，与版本 " + number + " 相同。");
        } else {
            heading(version, in.of("is added", "新增"), "; unlike version " + number + ':', "；与版本 " + number + " 的区别：");
            lines(changes);
        }
    }

    private void heading(RuleVersion version, String what, String end, String endInChinese) {
        String status = in.of(version.status().words());
        String from = Instants.readable(version.effectiveFrom());
        text.append('\n')
                .append(in.of(
                        "Version " + version.version() + " (" + status + ", from " + from + ") " + what + end,
                        "版本 " + version.version() + "（" + status + "，自 " + from + " 起）" + what + endInChinese))
                .append('\n');
    }

    private void lines(List<String> lines) {
        text.append('\n');
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
    }

    private static String value(Parameter parameter) {
        return '`' + parameter.name() + "`: `" + parameter.value() + '`';
    }
}
