package io.xunjian.console.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.Rules;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.util.List;

/** What rules are called. An alert of a rule that the book does not have is called by its code. */
public final class RuleNames {

    private final RuleBook book;

    public RuleNames(RuleBook book) {
        this.book = book;
    }

    /** The name in that version. */
    public ObjectNode of(String ruleCode, int version) {
        RuleVersion found = book.find(ruleCode, version);
        return sentence(found == null ? newest(ruleCode) : found.name());
    }

    /** The name in the newest version. */
    public Sentence newest(String ruleCode) {
        List<RuleVersion> versions = Rules.of(ruleCode) == null ? List.of() : book.versions(ruleCode);
        return versions.isEmpty()
                ? new Sentence(ruleCode, ruleCode)
                : versions.get(versions.size() - 1).name();
    }

    static ObjectNode sentence(Sentence sentence) {
        return Json.MAPPER.createObjectNode().put("en", sentence.en()).put("zh", sentence.zh());
    }
}
