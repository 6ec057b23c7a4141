package io.xunjian.rules.alert;

import io.xunjian.rules.Finding;
import io.xunjian.rules.book.Action;
import io.xunjian.rules.book.Clause;
import io.xunjian.rules.book.Severity;
import io.xunjian.rules.wire.Codec;
import java.io.Serializable;
import java.util.List;

/** A breach with what the rule book says about it: the newest state of one alert, as readers get it. */
public record Alert(Finding finding, Severity severity, List<Action> actions, Sentence reason, Clause clause)
        implements Serializable {

    public static final Codec<Alert> CODEC = new AlertCodec();
}
