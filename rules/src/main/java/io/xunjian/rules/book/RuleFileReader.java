package io.xunjian.rules.book;

import io.xunjian.rules.Rule;
import io.xunjian.rules.alert.Sentence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule file: one rule with all its versions. */
final class RuleFileReader {

    static final int LAST_VERSION = 1_000_000;
    static final int LAST_LEVEL = 100;
    static final int MOST_POINTS = 1_000_000;

    private final String file;
    private final Map<String, Rule<?>> rules;
    private final RuleBook.Setting replaced;
    private final List<Fault> faults;

    /** @param replaced a value in place of what the file says, {@code null} for none */
    RuleFileReader(String file, Map<String, Rule<?>> rules, RuleBook.Setting replaced, List<Fault> faults) {
        this.file = file;
        this.rules = rules;
        this.replaced = replaced;
        this.faults = faults;
    }

    /**
     * What a file says of its rule.
     *
     * @param versions the earliest first
     * @param doc {@code null} where it has none
     * @param untested the active versions that lack a test
     */
    record RuleFile(String code, List<RuleVersion> versions, RuleDoc doc, List<RuleTest> tests, List<Fault> untested) {

        /** Has the tests of a file that it replaces, if it has none of its own and these still are about its versions. */
        RuleFile over(RuleFile replaced) {
            boolean keepsTests = tests.isEmpty() && versions.equals(replaced.versions);
            return keepsTests ? new RuleFile(code, versions, doc, replaced.tests, replaced.untested) : this;
        }
    }

    /** {@code null} where the file is too faulty to say whose versions it has, or has none. */
    RuleFile read(String yaml) {
        Optional<Node> root = compose(yaml);
        if (root.isEmpty()) {
            return null;
        }
        YamlMapping top = YamlMapping.of(root.get(), "a rule file", file, faults);
        String code = top.text("rule");
        Sentence name = RuleDocReader.sentence(top, "name");
        Clause clause = clause(top.mapping("clause"));
        List<YamlMapping> entries = top.mappings("versions");
        boolean hasDoc = top.has("doc");
        List<YamlMapping> tests = top.mappingsOrNone("tests");
        top.refuseTheRest();
        Rule<?> rule = rules.get(code);
        if (rule == null) {
            if (code != null) {
                top.fault("rule", "is '" + code + "', expected one of " + String.join(", ", rules.keySet()));
            }
            return null;
        }
        int before = faults.size();
        List<RuleVersion> versions = versions(rule, name, clause, entries);
        boolean areSound = faults.size() == before;
        List<RuleTest> readTests = new RuleTestReader(code, areSound ? versions : List.of()).read(tests);
        if (versions.isEmpty()) {
            return null;
        }
        RuleDoc doc =
                hasDoc ? RuleDocReader.read(top.mapping("doc"), versions.get(0).values()) : null;
        List<Fault> untested = areSound ? Untested.faults(file, versions, lines(entries), readTests) : List.of();
        return new RuleFile(code, versions, doc, readTests, untested);
    }

    /** Of each version. */
    private static Map<Integer, Integer> lines(List<YamlMapping> versions) {
        return versions.stream()
                .collect(Collectors.toMap(version -> Integer.valueOf(version.text("version")), YamlMapping::line));
    }

    private Optional<Node> compose(String yaml) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
            if (root.isEmpty()) {
                faults.add(new Fault(file, 0, "is empty; expected a rule"));
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            faults.add(new Fault(file, line, "is not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(new Fault(file, 0, "is not YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    private static Clause clause(YamlMapping mapping) {
        Clause clause = new Clause(mapping.text("ref"), mapping.text("zh"), mapping.text("en"));
        mapping.refuseTheRest();
        return clause;
    }

    private List<RuleVersion> versions(Rule<?> rule, Sentence name, Clause clause, List<YamlMapping> entries) {
        List<RuleVersion> versions = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        Set<Long> starts = new HashSet<>();
        for (YamlMapping entry : entries) {
            RuleVersion version = version(rule, name, clause, entry);
            if (!entry.isFaulty("version") && !numbers.add(version.version())) {
                entry.fault("version", "is " + version.version() + ", which another version of this rule has");
            }
            if (version.status() == VersionStatus.ACTIVE
                    && !entry.isFaulty("effectiveFrom")
                    && !starts.add(version.effectiveFrom())) {
                entry.fault("effectiveFrom", "is the same as another active version's");
            }
            versions.add(version);
        }
        versions.sort(Comparator.comparingLong(RuleVersion::effectiveFrom));
        return versions;
    }

    private RuleVersion version(Rule<?> rule, Sentence name, Clause clause, YamlMapping entry) {
        ParameterReader in = new ParameterReader(entry);
        entry.text("version");
        int number = (int) in.number("version", 1, LAST_VERSION, 1);
        entry.text("status");
        VersionStatus status = in.choice("status", VersionStatus.class, VersionStatus.DRAFT);
        long effectiveFrom = in.instant("effectiveFrom");
        YamlMapping given = entry.mappingOrEmpty("parameters");
        if (replaced != null && replaced.ruleCode().equals(rule.code())) {
            given.replace(replaced.parameter(), replaced.value());
        }
        ParameterReader parametersIn = new ParameterReader(given);
        Serializable parameters = rule.parameters(parametersIn);
        given.refuseTheRest();
        List<Rung> ladder = ladder(entry, given.isFaulty() ? 0 : rule.levels(parameters));
        entry.refuseTheRest();
        return new RuleVersion(
                rule.code(), name, clause, number, status, effectiveFrom, parameters, parametersIn.noted(), ladder);
    }

    private static List<Rung> ladder(YamlMapping version, int levels) {
        List<Rung> ladder = new ArrayList<>();
        for (YamlMapping entry : version.mappings("ladder")) {
            ParameterReader in = new ParameterReader(entry);
            int expected = ladder.size() + 1;
            if (entry.text("level") != null && in.number("level", 1, LAST_LEVEL, expected) != expected) {
                entry.fault("level", "is out of order: the " + expected + ". rung has level " + expected);
            }
            entry.text("severity");
            Severity severity = in.choice("severity", Severity.class, Severity.MINOR);
            List<Action> actions = entry.mappings("actions").stream()
                    .map(RuleFileReader::action)
                    .toList();
            entry.refuseTheRest();
            ladder.add(new Rung(expected, severity, actions));
        }
        if (!ladder.isEmpty() && ladder.size() < levels) {
            version.fault("ladder", "has " + ladder.size() + " rungs, but these parameters judge " + levels + " times");
        }
        return ladder;
    }

    private static Action action(YamlMapping entry) {
        ParameterReader in = new ParameterReader(entry);
        entry.text("type");
        Action action = new Action(
                in.choice("type", ActionType.class, ActionType.WARNING),
                in.choice("mode", Mode.class, Mode.ENFORCE),
                in.number("amountFen", 0, Long.MAX_VALUE, 0),
                (int) in.number("points", 0, MOST_POINTS, 0));
        entry.refuseTheRest();
        return action;
    }
}
