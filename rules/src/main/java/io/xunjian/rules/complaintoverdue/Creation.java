package io.xunjian.rules.complaintoverdue;

import io.xunjian.rules.Evidence;
import io.xunjian.rules.event.ComplaintCategory;
import io.xunjian.rules.event.SubjectType;

/** That a complaint was made: against whom, and about what. */
record Creation(Evidence act, SubjectType subjectType, String subjectId, ComplaintCategory category) {

    static Creation first(Creation a, Creation b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.act.compareTo(b.act) <= 0 ? a : b;
    }
}
