package io.xunjian.rules.providerinactive;

import static io.xunjian.rules.Instants.NEVER;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.FactKind;
import io.xunjian.rules.Finding;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Judgement;
import io.xunjian.rules.Rule;
import io.xunjian.rules.Status;
import io.xunjian.rules.Verdict;
import io.xunjian.rules.Window;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import io.xunjian.rules.event.SubjectType;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An agency must have settlements of the shops bound to it, and service orders, in the 90 days before each day. Each run of
 * days on which it lacks either is one breach, which ends on the first day on which it has both again.
 *
 * <p>Key: providerId. Rests on {@link SettledWhileBound}. Looks again at the midnight at which it becomes inactive, or
 * active again, by what is known. A provider that was granted the category stays for good, with some bytes for each service
 * order of the last 90 days; any other goes when its acts have left the window. Known limit: a service order of which
 * nothing was heard for a window, and that is then paid again, or paid after its refund, counts as a new one in a live run.
 */
public final class ProviderInactive implements Rule<ProviderFacts> {

    public static final String CODE = "PROVIDER_INACTIVE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public FactKind<ProviderFacts> facts() {
        return Providers.KIND;
    }

    @Override
    public List<Judgement<?>> restsOn() {
        return List.of(new SettledWhileBound());
    }

    @Override
    public ProviderInactiveParameters parameters(ParameterReader in) {
        return ProviderInactiveParameters.read(in);
    }

    @Override
    public long looksFurtherBack(Serializable parameters, List<? extends Serializable> than) {
        return ((ProviderInactiveParameters) parameters).looksFurtherBack(than);
    }

    /** Each midnight is judged by the version in force then. */
    @Override
    public boolean foresees() {
        return true;
    }

    @Override
    public Verdict judge(String providerId, ProviderFacts provider, long asOf, RuleBook book) {
        List<Finding> findings = new ArrayList<>();
        long nextLook = NEVER;
        for (Run run : InactiveDays.upTo(Run.NOT, provider, book)) {
            long raisedAt = Instants.midnight(run.first());
            long seenAt = Math.max(raisedAt, run.knownFrom());
            long curedAt = run.ended() == Run.NOT ? NEVER : Instants.midnight(run.ended());
            if (seenAt > asOf) {
                nextLook = Math.min(nextLook, seenAt);
                break;
            }
            findings.add(finding(providerId, run, curedAt <= asOf ? curedAt : NEVER, book));
            if (curedAt > asOf) {
                nextLook = curedAt;
            }
        }
        return new Verdict(findings, nextLook, settledAt(provider, book));
    }

    /** What is known of a provider that is not judged matters for as long as a window is. */
    private static long settledAt(ProviderFacts provider, RuleBook book) {
        boolean isJudged = book.versions(CODE).stream()
                .map(version -> (ProviderInactiveParameters) version.parameters())
                .anyMatch(parameters -> provider.grants().contains(new Grant(parameters.categoryCode(), null)));
        if (isJudged) {
            return NEVER;
        }
        int longest = ProviderInactiveParameters.longestDays(book);
        int last = Instants.day(Math.max(provider.prunedTo(), 0));
        for (Grant grant : provider.grants()) {
            last = Math.max(last, Instants.day(grant.act().eventTime()));
        }
        for (Refund refund : provider.refunds()) {
            last = Math.max(last, Instants.day(refund.act().eventTime()));
        }
        if (!provider.orders().isEmpty()) {
            last = Math.max(last, Instants.day(provider.orders().last().act().eventTime()));
        }
        if (!provider.settled().isEmpty()) {
            last = Math.max(last, provider.settled().last().day());
        }
        return Instants.midnight(last + longest + 1);
    }

    private static Finding finding(String providerId, Run run, long curedAt, RuleBook book) {
        boolean isCured = curedAt != NEVER;
        List<Evidence> evidence = new ArrayList<>(run.basis());
        if (isCured) {
            run.cure().stream().filter(act -> !evidence.contains(act)).forEach(evidence::add);
        }
        int days =
                ((ProviderInactiveParameters) book.version(CODE, run.version()).parameters()).days();
        return new Finding(
                CODE + ':' + providerId + ':' + LocalDate.ofEpochDay(run.first()),
                CODE,
                run.version(),
                SubjectType.PROVIDER,
                providerId,
                Map.of("legs", run.legs()),
                1,
                true,
                isCured ? Status.CURED : Status.OPEN,
                Instants.midnight(run.first()),
                curedAt,
                new Window(Instants.midnight(run.first() - days), Instants.midnight(run.first())),
                List.copyOf(evidence),
                evidence.size(),
                1);
    }

    @Override
    public Sentence reason(Finding finding, RuleVersion version) {
        return ProviderInactiveReason.of(finding, (ProviderInactiveParameters) version.parameters());
    }
}
