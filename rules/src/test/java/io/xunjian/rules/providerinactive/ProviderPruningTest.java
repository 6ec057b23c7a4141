package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.providerinactive.ProviderActs.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.testing.Books;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found of a provider is the same whether it was pruned in between or not. */
class ProviderPruningTest {

    @Test
    void ofAShopsLastDayTheSameSettlementIsEvidencePrunedOrNot() {
        Event otherBound = builder(EventType.SHOP_BOUND, midnight("2021-01-01"), "other")
                .shopId("T")
                .build();
        Event other = builder(EventType.ORDER_SETTLED, midnight("2022-06-01"), "other")
                .shopId("T")
                .build();
        List<Event> acts = with(ordersThroughout(), GRANTED, BOUND, settled("2022-06-01"), otherBound, other);
        ProviderFacts pruned = Providers.KIND.prune(facts(acts), midnight("2022-08-31"), Books.BUILT_IN);
        Verdict verdict = new ProviderInactive().judge("P", pruned, END, Books.BUILT_IN);
        assertThat(verdict.findings()).hasSize(1).isEqualTo(found(acts));
    }

    @Test
    void aRefundBeforeThePaymentStaysAsLongAsThePaymentCounts() {
        List<Event> acts = with(
                settledThroughout(), GRANTED, BOUND, refunded(midnight("2022-06-01"), "V"), ordered("2022-08-20", "V"));
        ProviderFacts pruned = Providers.KIND.prune(facts(acts), midnight("2022-09-10"), Books.BUILT_IN);
        assertThat(only(new ProviderInactive()
                        .judge("P", pruned, END, Books.BUILT_IN)
                        .findings()))
                .isEqualTo(only(found(acts)));
    }

    @Test
    void whatIsPrunedGoesOnAsIfItWereNot() {
        List<Event> acts = with(List.of(), GRANTED, BOUND, settled("2022-05-16"), ordered("2022-05-17", "V"));
        ProviderFacts pruned = Providers.KIND.prune(facts(acts), midnight("2022-08-16"), Books.BUILT_IN);
        assertThat(pruned.run().first()).isEqualTo(Instants.day(midnight("2022-08-15")));
        Verdict verdict = new ProviderInactive().judge("P", pruned, END, Books.BUILT_IN);
        assertThat(verdict.findings()).isEqualTo(found(acts));
    }

    /** The day on which a service order counts no more is the one that is judged next: its run still names it. */
    @Test
    void aRunThatBeginsWhereItWasPrunedKeepsItsEvidence() {
        List<Event> acts = with(settledThroughout(), GRANTED, BOUND, ordered("2022-06-01", "V"));
        ProviderFacts pruned = Providers.KIND.prune(facts(acts), midnight("2022-08-31"), Books.BUILT_IN);
        Verdict verdict = new ProviderInactive().judge("P", pruned, END, Books.BUILT_IN);
        assertThat(verdict.findings()).isEqualTo(found(acts));
    }

    @Test
    void aServiceOrderThatIsPaidAgainCountsFromItsFirstPaymentOnPrunedOrNot() {
        List<Event> acts =
                with(settledThroughout(), GRANTED, BOUND, ordered("2022-06-01", "V"), ordered("2022-08-20", "V"));
        ProviderFacts pruned = Providers.KIND.prune(facts(acts), midnight("2022-09-05"), Books.BUILT_IN);
        Verdict verdict = new ProviderInactive().judge("P", pruned, END, Books.BUILT_IN);
        assertThat(only(verdict.findings()).raisedAt()).isEqualTo(midnight("2022-08-31"));
    }

    private static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
