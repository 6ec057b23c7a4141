package io.xunjian.rules.alert;

import java.time.Duration;

/** Lengths of time for people. */
public final class Spans {

    private Spans() {}

    /** The two greatest units that it has: "2 d 3 h", "5 min 1 s", "1 ms". */
    public static Sentence readable(long millis) {
        Duration span = Duration.ofMillis(millis);
        long[] parts = {
            span.toDays(), span.toHoursPart(), span.toMinutesPart(), span.toSecondsPart(), span.toMillisPart()
        };
        String[] en = {" d", " h", " min", " s", " ms"};
        String[] zh = {" 天", " 小时", " 分", " 秒", " 毫秒"};
        StringBuilder english = new StringBuilder();
        StringBuilder chinese = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < parts.length && shown < 2; i++) {
            if (parts[i] > 0) {
                english.append(shown == 0 ? "" : " ").append(parts[i]).append(en[i]);
                chinese.append(shown == 0 ? "" : " ").append(parts[i]).append(zh[i]);
                shown++;
            }
        }
        return shown == 0 ? new Sentence("0 s", "0 秒") : new Sentence(english.toString(), chinese.toString());
    }
}
