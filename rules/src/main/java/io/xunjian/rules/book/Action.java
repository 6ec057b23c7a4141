package io.xunjian.rules.book;

import java.io.Serializable;

/**
 * What the rule book orders for a breach.
 *
 * @param amountFen 1/100 yuan, 0 where no amount is set
 * @param points violation points, 0 where none are given
 */
public record Action(ActionType type, Mode mode, long amountFen, int points) implements Serializable {

    public Action with(Mode newMode) {
        return new Action(type, newMode, amountFen, points);
    }
}
