package io.xunjian.oracle;

import java.time.LocalTime;

/** Complaints that begin about the hours of business and are answered, ended and paid about their deadlines. */
final class RandomComplaints {

    private static final BusinessTime CLOCK = new BusinessTime(LocalTime.of(9, 0), LocalTime.of(21, 0));

    private static final String[] CATEGORIES = {
        "EXCHANGE", "REFUND_OPERATION", "COURIER", "SERVICE", "LOGISTICS", "COUNTERFEIT", "FALSE_ADVERTISING", "OTHER"
    };

    private RandomComplaints() {}

    static void addTo(RandomFacts facts) {
        for (int i = facts.random.nextInt(4); i > 0; i--) {
            addComplaint("C" + i, facts);
        }
    }

    private static void addComplaint(String complaint, RandomFacts facts) {
        long created = create(complaint, facts);
        if (facts.onceIn(6)) {
            create(complaint, facts);
        }
        for (int i = facts.oneOf(0, 0, 1, 2); i > 0; i--) {
            long reopened = facts.onceIn(4)
                    ? facts.beside(created)
                    : facts.beside(created + facts.oneOf(1, 12, 48, 50) * RandomFacts.HOUR);
            facts.add("complaints", "COMPLAINT_REOPENED", reopened, "complaintId", complaint);
            answer(complaint, reopened, 2, facts);
        }
        for (int i = facts.random.nextInt(3); i > 0; i--) {
            long at = facts.beside(facts.limit(created + facts.oneOf(0, 24, 48, 48, 72) * RandomFacts.HOUR));
            facts.add(
                    "complaints",
                    facts.oneOf("COMPLAINT_RESOLVED", "COMPLAINT_WITHDRAWN"),
                    at,
                    "complaintId",
                    complaint);
        }
        for (int i = facts.oneOf(0, 1, 1, 2); i > 0; i--) {
            judge(complaint, created, facts);
        }
    }

    private static long create(String complaint, RandomFacts facts) {
        long created = facts.instant();
        if (facts.onceIn(12)) {
            return created;
        }
        String category = facts.oneOf(CATEGORIES);
        String subject = facts.oneOf("SHOP", "SHOP", "PROVIDER");
        facts.add(
                "complaints",
                "COMPLAINT_CREATED",
                created,
                "complaintId",
                complaint,
                "subjectType",
                subject,
                "subjectId",
                subject.equals("SHOP") ? facts.oneOf(RandomMarket.SHOPS) : "P0",
                "category",
                category,
                "orderId",
                facts.oneOf(null, "A"));
        int hours = category.equals("REFUND_OPERATION") ? 2 : category.equals("LOGISTICS") ? 24 : 12;
        answer(complaint, created, hours, facts);
        return created;
    }

    private static void answer(String complaint, long start, int hours, RandomFacts facts) {
        long deadline = facts.limit(CLOCK.add(start, hours));
        if (facts.onceIn(3)) {
            return;
        }
        long at = facts.beside(facts.oneOf(deadline, deadline, deadline, start, facts.instant()));
        String type =
                facts.oneOf("COMPLAINT_RESPONDED", "COMPLAINT_RESPONDED", "COMPLAINT_RESOLVED", "COMPLAINT_WITHDRAWN");
        facts.add("complaints", type, at, "complaintId", complaint);
    }

    private static void judge(String complaint, long created, RandomFacts facts) {
        long judged = facts.onceIn(3) ? facts.beside(created) : facts.instant();
        boolean liable = !facts.onceIn(4);
        facts.add(
                "complaints",
                "COMPLAINT_JUDGED",
                judged,
                "complaintId",
                complaint,
                "liable",
                liable,
                "compensationFen",
                facts.oneOf(null, 0, 500));
        long deadline = facts.limit(judged + 3 * RandomFacts.DAY);
        for (int i = facts.random.nextInt(3); i > 0; i--) {
            long paid = facts.beside(facts.oneOf(deadline, deadline, judged, facts.instant()));
            facts.add(
                    "complaints",
                    "COMPLAINT_COMPENSATED",
                    paid,
                    "complaintId",
                    complaint,
                    "amountFen",
                    facts.oneOf(null, 0, 500));
        }
    }
}
