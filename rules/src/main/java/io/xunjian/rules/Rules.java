package io.xunjian.rules;

import io.xunjian.rules.alert.Alert;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.complaintoverdue.ComplaintOverdue;
import io.xunjian.rules.csunreachable.CsUnreachable;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.lateshipment.LateShipment;
import io.xunjian.rules.providerinactive.ProviderInactive;
import io.xunjian.rules.shopclosure.ShopClosure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule there is. A new rule is its own package, its YAML file, and one line here. */
public final class Rules {

    public static final List<Rule<?>> ALL = List.of(
            new LateShipment(), //
            new ShopClosure(),
            new CsUnreachable(),
            new ComplaintOverdue(),
            new ProviderInactive());

    private static final Map<String, Rule<?>> BY_CODE =
            ALL.stream().collect(Collectors.toMap(Rule::code, Function.identity()));

    private static final List<RulesOfKind<?>> BY_KIND = grouped();

    private Rules() {}

    /** The rules by what they judge: those over other rules' findings last. */
    public static List<RulesOfKind<?>> byKind() {
        return BY_KIND;
    }

    /** The same for some rules, and what they rest on. */
    public static List<RulesOfKind<?>> byKind(Set<String> codes) {
        Set<FactKind<?>> needed = new LinkedHashSet<>();
        for (String code : codes) {
            needed.add(BY_CODE.get(code).facts());
            BY_CODE.get(code).restsOn().forEach(step -> needed.add(step.facts()));
        }
        for (int i = BY_KIND.size() - 1; i >= 0; i--) { // those that take findings first
            if (needed.contains(BY_KIND.get(i).kind())) {
                toldTo(BY_KIND.get(i).kind()).forEach(rules -> needed.add(rules.kind()));
            }
        }
        return BY_KIND.stream().filter(rules -> needed.contains(rules.kind())).toList();
    }

    /** Whether this kind is the first that takes an event; it is counted there. */
    public static boolean isFirstToTake(FactKind<?> kind, Event event) {
        for (RulesOfKind<?> rules : BY_KIND) {
            if (rules.kind().keyOf(event) != null) {
                return rules.kind().equals(kind);
            }
        }
        return false;
    }

    /** The streams that a kind of facts rests on: its own, and those of what it takes findings from. */
    public static Set<Stream> streams(FactKind<?> kind) {
        Set<Stream> streams = EnumSet.noneOf(Stream.class);
        streams.addAll(kind.streams());
        toldTo(kind).forEach(rules -> streams.addAll(rules.kind().streams()));
        return streams;
    }

    /** Those whose findings a kind of facts takes. */
    public static List<RulesOfKind<?>> toldTo(FactKind<?> kind) {
        return BY_KIND.stream()
                .filter(rules -> kind.findings().stream().anyMatch(rules::finds))
                .toList();
    }

    /** Where findings of that code come from, {@code null} if there is no such place. */
    public static RulesOfKind<?> finding(String code) {
        return BY_KIND.stream().filter(rules -> rules.finds(code)).findFirst().orElse(null);
    }

    /** The rule of that code, {@code null} if there is none. */
    public static Rule<?> of(String code) {
        return BY_CODE.get(code);
    }

    /** Whether any kind of facts takes what these find. */
    public static boolean areHeard(RulesOfKind<?> rules) {
        return BY_KIND.stream()
                .anyMatch(taker -> taker.kind().findings().stream().anyMatch(rules::finds));
    }

    /** The codes of the rules that rest on a stream. */
    public static List<String> restingOn(Stream stream) {
        return ALL.stream()
                .filter(rule -> streams(rule.facts()).contains(stream))
                .map(Rule::code)
                .toList();
    }

    /** The rule that a judgement is, or those for which it is a step. */
    public static List<Rule<?>> restingOn(Judgement<?> judgement) {
        return ALL.stream()
                .filter(rule -> rule.code().equals(judgement.code())
                        || rule.restsOn().stream().anyMatch(step -> step.code().equals(judgement.code())))
                .toList();
    }

    private static List<RulesOfKind<?>> grouped() {
        Set<Judgement<?>> judgements = new LinkedHashSet<>();
        for (Rule<?> rule : ALL) {
            judgements.add(rule);
            judgements.addAll(rule.restsOn());
        }
        Map<FactKind<?>, RulesOfKind<?>> kinds = new LinkedHashMap<>();
        for (Judgement<?> judgement : judgements) {
            kinds.merge(judgement.facts(), RulesOfKind.of(judgement), (before, one) -> before.with(judgement));
        }
        List<RulesOfKind<?>> inOrder = new ArrayList<>(kinds.values());
        inOrder.sort(Comparator.comparing(rules -> rules.kind().takesFindings()));
        return List.copyOf(inOrder);
    }

    /** Whether a finding is a breach, and not a mere step to one. */
    public static boolean isBreach(Finding finding) {
        return BY_CODE.containsKey(finding.ruleCode());
    }

    /** A breach with what the rule book says about it. */
    public static Alert alert(Finding finding, RuleBook book) {
        RuleVersion version = version(finding, book);
        return new Alert(
                finding,
                severity(finding, book),
                actions(finding, book),
                BY_CODE.get(finding.ruleCode()).reason(finding, version),
                version.clause());
    }

    /** How grave the rule book takes a breach to be. */
    public static Severity severity(Finding finding, RuleBook book) {
        return version(finding, book).rung(finding.level()).severity();
    }

    /** What the rule book orders for a breach. */
    public static List<Action> actions(Finding finding, RuleBook book) {
        return BY_CODE.get(finding.ruleCode()).actions(finding, version(finding, book));
    }

    private static RuleVersion version(Finding finding, RuleBook book) {
        return book.version(finding.ruleCode(), finding.ruleVersion());
    }
}
