package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.RuleDoc.Example;
import io.xunjian.rules.book.RuleDoc.ParameterDoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a rule file says of its rule in words. */
final class RuleDocReader {

    private RuleDocReader() {}

    /** @param parameters those that the rule reads: each must be told of, and no other */
    static RuleDoc read(YamlMapping doc, List<Parameter> parameters) {
        RuleDoc read = new RuleDoc(
                sentence(doc, "finds"),
                sentence(doc, "definition"),
                sentence(doc, "cures"),
                sentence(doc, "late"),
                parameters(doc.mapping("parameters"), parameters),
                example(doc.mapping("example")));
        doc.refuseTheRest();
        return read;
    }

    static Sentence sentence(YamlMapping parent, String name) {
        YamlMapping mapping = parent.mapping(name);
        Sentence sentence = words(mapping);
        mapping.refuseTheRest();
        return sentence;
    }

    private static Sentence words(YamlMapping mapping) {
        return new Sentence(mapping.text("en"), mapping.text("zh"));
    }

    private static Map<String, ParameterDoc> parameters(YamlMapping mapping, List<Parameter> parameters) {
        Map<String, ParameterDoc> docs = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            YamlMapping entry = mapping.mapping(parameter.name());
            docs.put(parameter.name(), new ParameterDoc(sentence(entry, "unit"), words(entry)));
            entry.refuseTheRest();
        }
        mapping.refuseTheRest();
        return docs;
    }

    private static Example example(YamlMapping mapping) {
        Sentence shows = sentence(mapping, "shows");
        long asOf = new ParameterReader(mapping).instant("asOf");
        List<String> events = Records.read(mapping, "events");
        mapping.refuseTheRest();
        return new Example(shows, asOf, events);
    }
}
