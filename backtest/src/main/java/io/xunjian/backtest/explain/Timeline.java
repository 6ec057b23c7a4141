package io.xunjian.backtest.explain;

import io.xunjian.rules.Differences.Change;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.Status;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.pages.Tongue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to a key and what the rule said to it, an instant at a time. Of many quiet looks the middle is left out. */
final class Timeline {

    private static final int MOST_SHOWN = 60;
    private static final String INDENT = " ".repeat(23);

    /** What is told of one instant. */
    private record Entry(long at, String text, boolean isQuiet) {}

    private final RuleBook book;
    private final Tongue in;
    private final int before;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A timeline of these looks.
     *
     * @param before how many events happened before the first of them
     */
    Timeline(List<Look> looks, int before, List<Event> others, RuleBook book, Tongue in) {
        this.book = book;
        this.in = in;
        this.before = before;
        looks.forEach(look -> entries.add(new Entry(look.at(), told(look), look.isQuiet())));
        others.forEach(event -> entries.add(new Entry(
                event.eventTime(), EventText.of(event) + in.of(": no fact for this rule", "：不是本规则的事实"), true)));
        entries.sort(Comparator.comparingLong(Entry::at));
    }

    String write() {
        StringBuilder text = new StringBuilder();
        if (before > 0) {
            leaveOut(in.of("earlier events, looked at together: ", "此前的事件，一并判定：") + before, text);
        }
        int leftOut = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (!isShown(i)) {
                leftOut++;
                continue;
            }
            if (leftOut > 0) {
                leaveOut(in.of(leftOut + " more, without a change", "另有 " + leftOut + " 次，没有变化"), text);
                leftOut = 0;
            }
            Entry entry = entries.get(i);
            text.append("  ")
                    .append(Instants.readable(entry.at))
                    .append("  ")
                    .append(entry.text)
                    .append('\n');
        }
        return text.toString();
    }

    private static void leaveOut(String words, StringBuilder text) {
        text.append("  … ").append(words).append('\n');
    }

    private boolean isShown(int i) {
        boolean isBesideAChange = !entries.get(i).isQuiet || (i + 1 < entries.size() && !entries.get(i + 1).isQuiet);
        return entries.size() <= MOST_SHOWN || i == 0 || i == entries.size() - 1 || isBesideAChange;
    }

    private String told(Look look) {
        List<String> lines = new ArrayList<>();
        look.news().forEach(event -> lines.add(EventText.of(event)));
        if (look.news().isEmpty()) {
            lines.add(in.of("the time has come to look again", "到了再次判定的时刻"));
        }
        look.changes().forEach(change -> lines.add("→ " + told(change)));
        if (look.isQuiet()) {
            lines.add("→ " + quiet(look));
        }
        if (look.ahead() != null) {
            lines.add("→ " + ahead(look.ahead()));
        }
        return String.join('\n' + INDENT, lines);
    }

    private String told(Change change) {
        Finding now = change.now();
        String id = now.alertId();
        if (now.status() == Status.REVOKED) {
            return in.of("no breach after all: ", "并未违规：") + id;
        }
        if (now.status() == Status.CURED) {
            return in.of("cured, it stands as a breach: ", "已补救，违规仍成立：") + id;
        }
        if (change.before() != null) {
            return in.of("still a breach, on other evidence: ", "仍为违规，依据有变：") + id;
        }
        return in.of("breach ", "违规 ")
                + id
                + in.of(", level ", "，级别 ")
                + now.level()
                + in.of(", ", "，")
                + in.of(Rules.severity(now, book).words())
                + in.of(": ", "：")
                + in.of(Rules.alert(now, book).reason());
    }

    private String quiet(Look look) {
        int standing = look.findings().size();
        if (standing == 0 && look.ahead() == null && look.settledAt() != Instants.NEVER) {
            String settled = Instants.readable(look.settledAt());
            return in.of(
                    "no breach; what happens after " + settled + " does not change that",
                    "不违规；" + settled + " 之后发生的不再改变这一点");
        }
        if (standing == 0) {
            return in.of("no breach", "不违规");
        }
        return in.of("as before: " + standing + (standing == 1 ? " breach" : " breaches"), "不变：" + standing + " 个违规");
    }

    private String ahead(Finding ahead) {
        String at = Instants.readable(ahead.raisedAt());
        return in.of(
                "a breach at " + at + " if nothing else happens: " + ahead.alertId(),
                "若不再有其他事件，将于 " + at + " 违规：" + ahead.alertId());
    }
}
