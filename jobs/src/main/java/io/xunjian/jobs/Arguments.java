package io.xunjian.jobs;

import io.xunjian.rules.Instants;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleBook.Setting;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.trial.Sweep;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Command line arguments as {@code --name value}, read to typed values; every fault is kept, none stops the reading. */
final class Arguments {

    /** Longer than any wait that makes sense: what lies beyond is a slip of the pen, and may be no count of milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private List<Announcement> announced = List.of();

    Arguments(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                faults.add("'" + args[i] + "' has no name: arguments are --name value");
            } else if (i + 1 == args.length || args[i + 1].startsWith("--")) {
                faults.add(args[i] + " has no value");
            } else if (given.put(args[i].substring(2), args[++i]) != null) {
                faults.add(args[i - 1] + " is given twice");
            }
        }
    }

    static boolean askForHelp(String[] args) {
        return Arrays.asList(args).contains("--help");
    }

    /** As they stand there, by name. */
    Map<String, String> asGiven() {
        return Map.copyOf(given);
    }

    String text(String name, String orElse) {
        asked.add(name);
        return given.getOrDefault(name, orElse);
    }

    String required(String name) {
        String value = text(name, null);
        if (value == null) {
            faults.add("--" + name + " is missing");
        }
        return value == null ? "" : value;
    }

    /** An ISO 8601 duration, zero or longer, up to ten years. */
    Duration duration(String name, Duration orElse) {
        String value = text(name, null);
        if (value == null) {
            return orElse;
        }
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(LONGEST) > 0) {
                faults.add("--" + name + " is '" + value + "', expected at most P" + LONGEST.toDays() + "D");
                return orElse;
            }
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below, with the value
        }
        faults.add("--" + name + " is '" + value + "', expected a duration like PT5S or P1D");
        return orElse;
    }

    /** A whole number between two others, both included. */
    int number(String name, int least, int most, int orElse) {
        String value = text(name, null);
        if (value == null) {
            return orElse;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the value
        }
        faults.add("--" + name + " is '" + value + "', expected a whole number from " + least + " to " + most);
        return orElse;
    }

    /** An instant in epoch ms: as such, or RFC 3339 with an offset. */
    long instant(String name, long orElse) {
        String value = text(name, null);
        if (value == null) {
            return orElse;
        }
        try {
            return Instants.parse(value);
        } catch (IllegalArgumentException e) {
            faults.add("--" + name + ' ' + e.getMessage());
            return orElse;
        }
    }

    /** A choice, written like {@code at-least-once}. */
    <E extends Enum<E>> E choice(String name, Class<E> type, E orElse) {
        String value = text(name, null);
        if (value == null) {
            return orElse;
        }
        List<String> known = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        int index = known.indexOf(value);
        if (index < 0) {
            faults.add("--" + name + " is '" + value + "', expected one of " + String.join(", ", known));
            return orElse;
        }
        return type.getEnumConstants()[index];
    }

    /** {@code true} or {@code false}, which it is where it is not given. */
    boolean flag(String name) {
        String value = text(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            fault("--" + name + " is '" + value + "', expected true or false");
        }
        return value.equals("true");
    }

    /** Names of streams, comma separated; all of them where none are given. */
    Set<Stream> streams(String name) {
        String value = text(name, null);
        if (value == null) {
            return EnumSet.allOf(Stream.class);
        }
        Set<Stream> streams = EnumSet.noneOf(Stream.class);
        for (String topic : value.split(",", -1)) {
            Arrays.stream(Stream.values())
                    .filter(stream -> stream.topic().equals(topic.strip()))
                    .findFirst()
                    .ifPresentOrElse(
                            streams::add,
                            () -> faults.add("--" + name + " names '" + topic + "', expected some of "
                                    + Arrays.stream(Stream.values())
                                            .map(Stream::topic)
                                            .collect(Collectors.joining(", "))));
        }
        return streams;
    }

    /** Codes of rules, comma separated; none where none are given. */
    Set<String> ruleCodes(String name) {
        String value = text(name, null);
        Set<String> codes = new TreeSet<>();
        for (String code : value == null ? new String[0] : value.split(",", -1)) {
            codes.add(code.strip());
            if (Rules.of(code.strip()) == null) {
                faults.add("--" + name + " names '" + code + "', expected some of "
                        + Rules.ALL.stream().map(Rule::code).collect(Collectors.joining(", ")));
            }
        }
        return codes;
    }

    /** The rule book under the folder that {@code --rules} names; {@code null} where it has faults. */
    RuleBook rules() {
        try {
            return RuleBook.read(Rules.ALL, announced, overlays(), null);
        } catch (BookRejected e) {
            e.faults().forEach(fault -> faults.add(fault.toString()));
            return null;
        }
    }

    /** Has the books rest on the rule files that the live runs of these topics took. */
    void restOnRulesInForce(Topics topics, Properties client) {
        try {
            announced = topics.announced(client);
        } catch (SettingsRejected e) {
            faults.addAll(e.faults());
        }
    }

    private List<Path> overlays() {
        String folder = text("rules", null);
        return folder == null ? List.of() : List.of(Path.of(folder));
    }

    /**
     * The rule book with those that {@code --candidate} and {@code --sweep} name; {@code null} where it, or one of them, has
     * faults.
     */
    Trial trial() {
        RuleBook baseline = rules();
        String candidateFolder = text("candidate", null);
        String sweepText = text("sweep", null);
        boolean isShadow = flag("shadow");
        if (isShadow && candidateFolder != null) {
            fault("--shadow and --candidate are given, expected one of them");
        }
        if (baseline == null) {
            return null;
        }
        try {
            RuleBook candidate =
                    candidateFolder != null ? candidate(Path.of(candidateFolder)) : isShadow ? shadows(baseline) : null;
            Sweep sweep = sweepText == null ? null : Sweep.of(sweepText);
            return new Trial(baseline, candidate, sweep, sweep == null ? List.of() : swept(sweep));
        } catch (IllegalArgumentException e) {
            faults.add("--sweep " + e.getMessage());
        } catch (BookRejected e) {
            e.faults().forEach(fault -> faults.add(fault.toString()));
        }
        return null;
    }

    private RuleBook shadows(RuleBook baseline) {
        if (!baseline.hasShadows()) {
            fault("--shadow has nothing to try: the rule book has no shadow version");
        }
        return baseline.withShadows();
    }

    /** Its files replace those of {@code --rules}, as these replace the built-in ones. */
    private RuleBook candidate(Path folder) throws BookRejected {
        List<Path> overlays = new ArrayList<>(overlays());
        overlays.add(folder);
        return RuleBook.read(Rules.ALL, announced, overlays, null);
    }

    private List<RuleBook> swept(Sweep sweep) throws BookRejected {
        if (Rules.ALL.stream().noneMatch(rule -> rule.code().equals(sweep.ruleCode()))) {
            throw new IllegalArgumentException("names the rule " + sweep.ruleCode() + ", expected one of "
                    + Rules.ALL.stream().map(Rule::code).collect(Collectors.joining(", ")));
        }
        List<RuleBook> books = new ArrayList<>();
        for (String value : sweep.values()) {
            Setting setting = new Setting(sweep.ruleCode(), sweep.parameter(), value);
            books.add(RuleBook.read(Rules.ALL, announced, overlays(), setting));
        }
        return books;
    }

    /** Settings of Kafka's clients: the brokers that an argument names, and what {@code --kafka-properties} has. */
    Properties kafka(String brokers) {
        Properties client = new Properties();
        String file = text("kafka-properties", null);
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                client.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                fault("--kafka-properties: cannot read " + file + ": " + e.getMessage());
            }
        }
        client.setProperty("bootstrap.servers", required(brokers));
        Secrets.nameProviders(client);
        Secrets.missing(client).forEach(missing -> fault("--kafka-properties: " + missing));
        return client;
    }

    void fault(String message) {
        faults.add(message);
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsRejected if there was any fault, or an argument that nothing asked for
     */
    void check() throws SettingsRejected {
        for (String name : given.keySet()) {
            if (!asked.contains(name)) {
                faults.add("--" + name + " is not known; see --help");
            }
        }
        if (!faults.isEmpty()) {
            throw new SettingsRejected(faults);
        }
    }
}
