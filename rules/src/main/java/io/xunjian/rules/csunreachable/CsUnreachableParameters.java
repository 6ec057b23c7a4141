package io.xunjian.rules.csunreachable;

import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.event.CallSource;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * @param calls missed in a row that make a breach
 * @param window ms within which they lie, both ends included
 * @param sources whose calls count
 * @param minTalkSeconds for how long an answered call must last to have reached somebody
 */
record CsUnreachableParameters(int calls, long window, List<CallSource> sources, long minTalkSeconds)
        implements Serializable {

    static CsUnreachableParameters read(ParameterReader in) {
        return new CsUnreachableParameters(
                (int) in.number("calls", 1, 1_000, 3),
                in.duration("window", Duration.ofHours(24)),
                in.choices("sources", CallSource.class, List.of(CallSource.PLATFORM_SPOT_CHECK)),
                in.number("minTalkSeconds", 0, 86_400, 1));
    }
}
