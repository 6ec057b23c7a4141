package io.xunjian.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.List;
import java.util.function.Supplier;

/** What rules are called. An alert of a rule that the book does not have is called by its code. */
public final class RuleNames {

    private final Supplier<RuleBook> book;

    public RuleNames(Supplier<RuleBook> book) {
        this.book = book;
    }

    /** The name in that version. */
    public ObjectNode of(String ruleCode, int version) {
        RuleVersion found = book.get().find(ruleCode, version);
        return sentence(found == null ? newest(ruleCode) : found.name());
    }

    /** The name in the newest version. */
    public Sentence newest(String ruleCode) {
        List<RuleVersion> versions =
                Rules.of(ruleCode) == null ? List.of() : book.get().versions(ruleCode);
        return versions.isEmpty()
                ? new Sentence(ruleCode, ruleCode)
                : versions.get(versions.size() - 1).name();
    }

    static ObjectNode sentence(Sentence sentence) {
        return Json.MAPPER.createObjectNode().put("en", sentence.en()).put("zh", sentence.zh());
    }
}
