package io.xunjian.rules.lateshipment;

import io.xunjian.rules.book.ParameterReader;
import java.io.Serializable;
import java.time.Duration;

/**
 * @param defaultShipWindow ms from payment to deadline where nothing was promised
 * @param rejudgeInterval ms from one judgement to the next
 */
record LateShipmentParameters(long defaultShipWindow, long rejudgeInterval, int maxJudgements, CureOn cureOn)
        implements Serializable {

    static LateShipmentParameters read(ParameterReader in) {
        return new LateShipmentParameters(
                in.duration("defaultShipWindow", Duration.ofHours(48)),
                in.duration("rejudgeInterval", Duration.ofHours(24)),
                (int) in.number("maxJudgements", 1, 100, 3),
                in.choice("cureOn", CureOn.class, CureOn.WAYBILL_UPLOADED));
    }
}
