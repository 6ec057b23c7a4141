package io.xunjian.rules.book;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads typed values of a rule file. A value that is missing has its default; a faulty one is told and has it too. */
public final class ParameterReader {

    /** Longer than any window of any rule: what lies beyond is a slip of the pen. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final YamlMapping mapping;
    private final List<Parameter> noted = new ArrayList<>();

    ParameterReader(YamlMapping mapping) {
        this.mapping = mapping;
    }

    /** What was read so far: a rule's parameters are those that it asks for. */
    List<Parameter> noted() {
        return List.copyOf(noted);
    }

    /** An ISO 8601 duration longer than zero, in milliseconds: {@code PT48H}, {@code P30D} (days of 24 h). */
    public long duration(String name, Duration orElse) {
        Duration read = readDuration(name, orElse);
        note(name, new Accepts.Span("PT0.001S", written(LONGEST)), written(orElse), written(read));
        return read.toMillis();
    }

    private Duration readDuration(String name, Duration orElse) {
        String text = given(name);
        if (text != null) {
            try {
                Duration duration = Duration.parse(text);
                if (duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                    return duration;
                }
                mapping.fault(name, "is " + duration + ", expected between PT0.001S and " + LONGEST);
            } catch (DateTimeException e) {
                expected(name, text, "a duration like PT48H or P30D");
            }
        }
        return orElse;
    }

    /** A whole number within the limits, both included. */
    public long number(String name, long least, long greatest, long orElse) {
        long read = readNumber(name, least, greatest, orElse);
        note(name, new Accepts.WholeNumber(least, greatest), orElse, read);
        return read;
    }

    private long readNumber(String name, long least, long greatest, long orElse) {
        String text = given(name);
        if (text != null) {
            try {
                long number = Long.parseLong(text);
                if (least <= number && number <= greatest) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, with the limits
            }
            expected(name, text, "a whole number from " + least + " to " + greatest);
        }
        return orElse;
    }

    /** A whole number for each of a closed list, within the limits, both included; those that are not named have their defaults. */
    public <E extends Enum<E>> Map<E, Long> numbers(
            String name, Class<E> type, long least, long greatest, Map<E, Long> orElse) {
        Map<E, Long> read = readNumbers(name, type, least, greatest, orElse);
        note(
                name,
                new Accepts.WholeNumbers(names(type), new Accepts.WholeNumber(least, greatest)),
                written(orElse),
                written(read));
        return read;
    }

    private <E extends Enum<E>> Map<E, Long> readNumbers(
            String name, Class<E> type, long least, long greatest, Map<E, Long> orElse) {
        if (!mapping.has(name)) {
            return orElse;
        }
        YamlMapping given = mapping.mapping(name);
        ParameterReader in = new ParameterReader(given);
        Map<E, Long> numbers = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            numbers.put(each, in.number(each.name(), least, greatest, orElse.get(each)));
        }
        given.refuseTheRest();
        return numbers;
    }

    /** Hours of the day, {@code 09:00-21:00}: from the first to the second, which may be 24:00. */
    public Hours hours(String name, Hours orElse) {
        Hours read = readHours(name, orElse);
        note(name, new Accepts.HoursOfDay(), orElse, read);
        return read;
    }

    private Hours readHours(String name, Hours orElse) {
        String text = given(name);
        if (text != null) {
            Hours hours = Hours.parse(text);
            if (hours != null) {
                return hours;
            }
            expected(name, text, "hours of the day like 09:00-21:00, the first before the second");
        }
        return orElse;
    }

    /** Any text that is not blank. */
    public String text(String name, String orElse) {
        String text = given(name);
        String read = text == null ? orElse : text;
        note(name, new Accepts.AnyText(), orElse, read);
        return read;
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E orElse) {
        String text = given(name);
        E read = text == null ? orElse : one(name, text, type, orElse);
        note(name, new Accepts.OneOf(names(type)), orElse, read);
        return read;
    }

    public <E extends Enum<E>> List<E> choices(String name, Class<E> type, List<E> orElse) {
        List<E> read = readChoices(name, type, orElse);
        note(name, new Accepts.SomeOf(names(type)), orElse, read);
        return read;
    }

    private <E extends Enum<E>> List<E> readChoices(String name, Class<E> type, List<E> orElse) {
        if (!mapping.has(name)) {
            return orElse;
        }
        return mapping.texts(name).stream()
                .map(text -> one(name, text, type, orElse.get(0)))
                .toList();
    }

    /** A choice as the files write it: {@code active} for {@code ACTIVE} is accepted. */
    private <E extends Enum<E>> E one(String name, String text, Class<E> type, E orElse) {
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equals(text)
                    || choice.name().toLowerCase(Locale.ROOT).equals(text)) {
                return choice;
            }
        }
        mapping.fault(name, "is '" + text + "', expected one of " + String.join(", ", names(type)));
        return orElse;
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    /** As files write it: hours up to three days, whole days from there on. */
    private static String written(Duration duration) {
        boolean isInDays = duration.toDays() >= 3 && duration.equals(Duration.ofDays(duration.toDays()));
        return isInDays ? "P" + duration.toDays() + "D" : duration.toString();
    }

    private static String written(Map<?, Long> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private void note(String name, Accepts accepts, Object orElse, Object value) {
        noted.add(new Parameter(name, accepts, orElse.toString(), value.toString()));
    }

    /** An instant with its offset, as epoch milliseconds: {@code 2022-08-15T00:00:00+08:00}. Required. */
    long instant(String name) {
        String text = mapping.text(name);
        if (text != null) {
            try {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                expected(name, text, "an instant with an offset like 2022-08-15T00:00:00+08:00");
            }
        }
        return 0;
    }

    /** Tells a fault that only the rule can see. */
    public void fault(String name, String message) {
        mapping.fault(name, message);
    }

    /** The text of a value, {@code null} where it is missing or (told as a fault) no text. */
    private String given(String name) {
        return mapping.has(name) ? mapping.text(name) : null;
    }

    private void expected(String name, String text, String what) {
        mapping.fault(name, "is '" + text + "', expected " + what);
    }
}
