package io.xunjian.rules.pages;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.book.Parameter;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.Rung;
import java.util.ArrayList;
import java.util.List;

/** In what one version of a rule differs from another: a line for each difference. */
final class VersionChanges {

    private final RuleVersion before;
    private final RuleVersion now;
    private final Tongue in;
    private final Rungs rungs;
    private final List<String> lines = new ArrayList<>();

    private VersionChanges(Rule<?> rule, RuleVersion before, RuleVersion now, Tongue in) {
        this.before = before;
        this.now = now;
        this.in = in;
        this.rungs = new Rungs(rule, in);
    }

    /** Everything but the number. */
    static List<String> all(Rule<?> rule, RuleVersion before, RuleVersion now, Tongue in) {
        VersionChanges changes = new VersionChanges(rule, before, now, in);
        changes.inForce();
        changes.contents();
        return changes.lines;
    }

    /** Everything but the number and when it is in force. */
    static List<String> inWhatItSays(Rule<?> rule, RuleVersion before, RuleVersion now, Tongue in) {
        VersionChanges changes = new VersionChanges(rule, before, now, in);
        changes.contents();
        return changes.lines;
    }

    private void inForce() {
        compare(
                in.of("status", "状态"),
                in.of(before.status().words()),
                in.of(now.status().words()));
        compare(
                in.of("in force from", "生效时间"),
                Instants.readable(before.effectiveFrom()),
                Instants.readable(now.effectiveFrom()));
    }

    private void contents() {
        compare(in.of("name in English", "英文名称"), before.name().en(), now.name().en());
        compare(in.of("name in Chinese", "中文名称"), before.name().zh(), now.name().zh());
        compare(in.of("clause", "条款出处"), before.clause().ref(), now.clause().ref());
        compare(
                in.of("clause in Chinese", "条款"),
                before.clause().zh(),
                now.clause().zh());
        compare(
                in.of("clause in English", "条款英文"),
                before.clause().en(),
                now.clause().en());
        parameters();
        for (int level = 1;
                level <= Math.max(before.ladder().size(), now.ladder().size());
                level++) {
            rung(level);
        }
    }

    /** A rule reads the same parameters in each of its versions, in the same order. */
    private void parameters() {
        for (int i = 0; i < now.values().size(); i++) {
            Parameter parameter = now.values().get(i);
            compare(code(parameter.name()), code(before.values().get(i).value()), code(parameter.value()));
        }
    }

    private void rung(int level) {
        String name = in.of("level " + level, "第 " + level + " 级");
        if (level > now.ladder().size()) {
            lines.add(in.of(name + " is removed", "删除" + name));
        } else if (level > before.ladder().size()) {
            String words = rungs.severity(now.rung(level).severity()) + in.of(": ", "：") + rungs.actions(level, now);
            lines.add(in.of(name + " is added: ", "新增" + name + "：") + words);
        } else {
            Rung was = before.rung(level);
            Rung is = now.rung(level);
            compare(name + in.of(", severity", "情节"), rungs.severity(was.severity()), rungs.severity(is.severity()));
            compare(name + in.of(", actions", "措施"), rungs.actions(level, before), rungs.actions(level, now));
        }
    }

    private void compare(String what, String was, String is) {
        if (!was.equals(is)) {
            lines.add(what + in.of(": ", "：") + was + " → " + is);
        }
    }

    private static String code(String text) {
        return '`' + text + '`';
    }
}
