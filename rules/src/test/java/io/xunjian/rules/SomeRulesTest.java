package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.lateshipment.LateShipment;
import io.xunjian.rules.shopclosure.ShopClosure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SomeRulesTest {

    @Test
    void allRulesNeedAllKinds() {
        Set<String> all = Rules.ALL.stream().map(Rule::code).collect(Collectors.toSet());
        assertThat(Rules.byKind(all)).isEqualTo(Rules.byKind());
    }

    @Test
    void aRuleOverFactsNeedsItsOwnKindOnly() {
        List<RulesOfKind<?>> kinds = Rules.byKind(Set.of(LateShipment.CODE));
        assertThat(kinds).singleElement().matches(kind -> kind.finds(LateShipment.CODE));
    }

    @Test
    void aRuleOverFindingsNeedsWhatFindsThem() {
        List<RulesOfKind<?>> kinds = Rules.byKind(Set.of(ShopClosure.CODE));
        assertThat(kinds).hasSize(2);
        assertThat(kinds.get(0).finds(LateShipment.CODE)).isTrue();
        assertThat(kinds.get(1).finds(ShopClosure.CODE)).isTrue();
    }
}
