package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says news in words and a little Markdown that all messengers understand. */
final class Text {

    private static final int MOST_COUNTS = 10;

    private final Links links;
    private final Function<String, Sentence> ruleNames;

    /**
     * Says it.
     *
     * @param ruleNames the name of a rule by its code
     */
    Text(Links links, Function<String, Sentence> ruleNames) {
        this.links = links;
        this.ruleNames = ruleNames;
    }

    static String title(News news, Language language) {
        if (news.isStorm()) {
            return language.of("Xunjian: a storm of " + news.total() + " alerts", "巡检：告警激增，共 " + news.total() + " 条");
        }
        String alerts = news.total() == 1 ? " alert" : " alerts";
        return language.of("Xunjian: " + news.total() + alerts, "巡检：" + news.total() + " 条告警");
    }

    static String testTitle(Language language) {
        return language.of("Xunjian: a test", "巡检：测试消息");
    }

    static String test(Language language) {
        return language.of("This webhook works.", "该推送可用。");
    }

    /** In so many bytes at most; what does not fit is counted. */
    String markdown(News news, Language language, int mostBytes) {
        List<String> lines = new ArrayList<>();
        news.byRule().stream().limit(MOST_COUNTS).forEach(count -> lines.add(line(count, language)));
        if (news.byRule().size() > MOST_COUNTS) {
            lines.add("- …");
        }
        news.alerts().forEach(alert -> lines.add(line(alert, language)));
        String end = links.all()
                .map(url -> "\n[" + language.of("All alerts", "全部告警") + "](" + url + ")")
                .orElse("");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String more = "- " + language.of((lines.size() - i) + " more", "另有 " + (lines.size() - i) + " 条");
            String next = lines.get(i) + '\n';
            if (bytes(text) + bytes(next) + bytes(more) + bytes(end) > mostBytes) {
                return text.append(more).append('\n').append(end).toString();
            }
            text.append(next);
        }
        return text.append(end).toString();
    }

    private String line(News.Count count, Language language) {
        String severity = severity(Severity.valueOf(count.severity()), language);
        return "- **" + count.count() + "** × " + rule(count.ruleCode(), language) + language.of(", ", "，") + severity;
    }

    private String line(Told alert, Language language) {
        String status = switch (alert.status()) {
            case "CURED" -> language.of(", put right late", "，逾期改正");
            case "REVOKED" -> language.of(", revoked", "，已撤销");
            default -> "";
        };
        String subject = (alert.subjectType().equals("PROVIDER")
                        ? language.of("provider ", "服务商 ")
                        : language.of("shop ", "店铺 "))
                + Plain.text(alert.subjectId());
        String link = links.alert(alert.alertId())
                .map(url -> " [" + language.of("open", "查看") + "](" + url + ")")
                .orElse("");
        return "- **" + severity(alert.severity(), language) + "** " + rule(alert.ruleCode(), language)
                + language.of(", ", "，") + subject + status + language.of(": ", "：")
                + Plain.text(alert.reason(language)) + link;
    }

    private String rule(String code, Language language) {
        Sentence name = ruleNames.apply(code);
        return Plain.text(language.of(name.en(), name.zh()));
    }

    private static String severity(Severity severity, Language language) {
        return language.of(severity.words().en(), severity.words().zh());
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
