package io.xunjian.rules.book;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a YAML file whose every fault is told with its line. What was not asked for is a fault too. */
final class YamlMapping {

    private final String file;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<Fault> faults;

    private YamlMapping(String file, int line, List<Fault> faults) {
        this.file = file;
        this.line = line;
        this.faults = faults;
    }

    static YamlMapping of(Node node, String what, String file, List<Fault> faults) {
        YamlMapping mapping = new YamlMapping(file, lineOf(node), faults);
        if (!(node instanceof MappingNode map)) {
            mapping.fault(what + " must be a mapping (name: value)");
            return mapping;
        }
        for (NodeTuple entry : map.getValue()) {
            mapping.add(entry);
        }
        return mapping;
    }

    private void add(NodeTuple entry) {
        int at = lineOf(entry.getKeyNode());
        String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (lines.put(name, at) != null) {
            tell(new Fault(file, at, "'" + name + "' stands twice"));
        }
        entries.put(name, entry.getValueNode());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Puts a value in the place of what stands there, if anything does. */
    void replace(String name, String value) {
        entries.put(name, new ScalarNode(Tag.STR, value, ScalarStyle.PLAIN));
    }

    /** File and line. */
    String place() {
        return file + ':' + line;
    }

    int line() {
        return line;
    }

    int lineOf(String name) {
        return lines.getOrDefault(name, line);
    }

    boolean has(String name) {
        asked.add(name);
        Node node = entries.get(name);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** The text of a scalar, {@code null} where it is missing or no scalar (told as a fault). */
    String text(String name) {
        if (!has(name)) {
            missing(name);
            return null;
        }
        if (entries.get(name) instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        fault(name, "expects a value");
        return null;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes(name)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                fault(name, "expects a list of values");
            }
        }
        return texts;
    }

    List<YamlMapping> mappings(String name) {
        return nodes(name).stream()
                .map(node -> of(node, "each of '" + name + "'", file, faults))
                .toList();
    }

    /** A list that may be left out or empty. */
    List<YamlMapping> mappingsOrNone(String name) {
        boolean isEmpty = has(name)
                && entries.get(name) instanceof SequenceNode list
                && list.getValue().isEmpty();
        return has(name) && !isEmpty ? mappings(name) : List.of();
    }

    List<Node> nodes(String name) {
        if (!has(name)) {
            missing(name);
            return List.of();
        }
        if (entries.get(name) instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue();
        }
        fault(name, "expects a list with at least one entry");
        return List.of();
    }

    YamlMapping mapping(String name) {
        if (!has(name)) {
            missing(name);
            return new YamlMapping(file, line, new ArrayList<>());
        }
        return of(entries.get(name), "'" + name + "'", file, faults);
    }

    /** A mapping that may be left out. */
    YamlMapping mappingOrEmpty(String name) {
        return has(name) ? mapping(name) : new YamlMapping(file, line, faults);
    }

    Set<String> names() {
        return entries.keySet();
    }

    void fault(String message) {
        tell(new Fault(file, line, message));
    }

    void fault(String name, String message) {
        faulty.add(name);
        tell(new Fault(file, lineOf(name), "'" + name + "' " + message));
    }

    /** Of one entry of a list. */
    void fault(String name, Node entry, String message) {
        faulty.add(name);
        tell(new Fault(file, lineOf(entry), "'" + name + "' " + message));
    }

    /** Once, however often the value is asked for. */
    private void tell(Fault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    /** Whether a fault of that entry was told: what is read in its place says nothing about the file. */
    boolean isFaulty(String name) {
        return faulty.contains(name);
    }

    boolean isFaulty() {
        return !faulty.isEmpty();
    }

    private void missing(String name) {
        faulty.add(name);
        fault("'" + name + "' is missing");
    }

    /** Tells each entry that nothing asked for: a misspelt name must not pass for a default. */
    void refuseTheRest() {
        for (String name : entries.keySet()) {
            if (!asked.contains(name)) {
                fault(name, "is not known here; known are " + String.join(", ", asked));
            }
        }
    }
}
