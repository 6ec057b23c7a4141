package io.xunjian.cluster.traffic;

/** Names things by their day and their number within it: {@code o-20240103-000123}. To be asked in order of time. */
final class DayNumbers {

    private final String prefix;
    private String day = "";
    private int last;

    DayNumbers(String prefix) {
        this.prefix = prefix;
    }

    String next(long instant) {
        String today = Hour.day(instant);
        if (!today.equals(day)) {
            day = today;
            last = 0;
        }
        return "%s-%s-%06d".formatted(prefix, day, ++last);
    }
}
