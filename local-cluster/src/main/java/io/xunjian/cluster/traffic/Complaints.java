package io.xunjian.cluster.traffic;

import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.EventType;
import java.util.List;

/** Complaints about shops and providers: most are answered and settled soon, some late, some again, some never. */
final class Complaints implements Activity {

    private static final double OF_ORDERS = 0.02;
    private static final double ABOUT_PROVIDERS_A_DAY = 0.5;
    private static final List<ComplaintCategory> CATEGORIES = List.of(ComplaintCategory.values());

    private final int providers;
    private final Outbox outbox;
    private final Dice dice;
    private final DayNumbers numbers = new DayNumbers("cp-agency");

    Complaints(int providers, Outbox outbox, Dice dice) {
        this.providers = providers;
        this.outbox = outbox;
        this.dice = dice;
    }

    @Override
    public void live(Hour hour) {
        for (long at : hour.instants(ABOUT_PROVIDERS_A_DAY, dice)) {
            String id = numbers.next(at);
            outbox.post(created(id, at, "PROVIDER", Providers.id(1 + dice.below(providers))));
            handle(id, at);
        }
    }

    /** Some buyers complain, days after they paid. */
    void about(Order order) {
        if (dice.chance(OF_ORDERS)) {
            String id = "cp-" + order.id();
            long at = order.paid() + dice.hours(12, 144);
            outbox.post(created(id, at, "SHOP", order.shopId()).with("orderId", order.id()));
            handle(id, at);
        }
    }

    private void handle(String id, long created) {
        if (dice.chance(0.06)) {
            outbox.post(fact(EventType.COMPLAINT_WITHDRAWN, id, "withdrawn", created + dice.hours(0.2, 20)));
            return;
        }
        respond(id, created, "responded");
        if (dice.chance(0.95)) {
            long resolved = created + (dice.chance(0.92) ? dice.hours(2, 44) : dice.hours(50, 90));
            outbox.post(fact(EventType.COMPLAINT_RESOLVED, id, "resolved", resolved));
            reopen(id, resolved);
        }
        judge(id, created);
    }

    /** Soon, when all hours of business that may pass have passed, or never. */
    private void respond(String id, long since, String what) {
        double haste = dice.unit();
        if (haste < 0.95) {
            long responded = since + (haste < 0.88 ? dice.minutes(5, 110) : dice.hours(50, 80));
            outbox.post(fact(EventType.COMPLAINT_RESPONDED, id, what, responded));
        }
    }

    private void reopen(String id, long resolved) {
        if (dice.chance(0.08)) {
            long reopened = resolved + dice.hours(2, 30);
            outbox.post(fact(EventType.COMPLAINT_REOPENED, id, "reopened", reopened));
            respond(id, reopened, "responded-again");
            outbox.post(fact(EventType.COMPLAINT_RESOLVED, id, "resolved-again", reopened + dice.hours(3, 40)));
        }
    }

    private void judge(String id, long created) {
        if (!dice.chance(0.1)) {
            return;
        }
        long judged = created + dice.hours(48, 100);
        boolean isLiable = dice.chance(0.7);
        Long compensation = isLiable ? 1000L * (1 + dice.below(50)) : null;
        outbox.post(fact(EventType.COMPLAINT_JUDGED, id, "judged", judged)
                .with("liable", isLiable)
                .with("compensationFen", compensation));
        if (isLiable && dice.chance(0.9)) {
            long paid = judged + (dice.chance(0.8) ? dice.hours(2, 70) : dice.hours(80, 140));
            outbox.post(fact(EventType.COMPLAINT_COMPENSATED, id, "compensated", paid)
                    .with("amountFen", compensation));
        }
    }

    private Fact created(String id, long at, String subjectType, String subjectId) {
        return fact(EventType.COMPLAINT_CREATED, id, "created", at)
                .with("subjectType", subjectType)
                .with("subjectId", subjectId)
                .with("category", dice.oneOf(CATEGORIES).name());
    }

    private static Fact fact(EventType type, String id, String what, long at) {
        return new Fact(type, id, id + ':' + what, at).with("complaintId", id);
    }
}
