package io.xunjian.rules.shopclosure;

import io.xunjian.rules.book.Mode;
import io.xunjian.rules.book.ParameterReader;
import java.io.Serializable;
import java.time.Duration;

/**
 * @param minOrders breaches within the window that make an episode
 * @param window ms
 * @param mode whether the closure is carried out or put before a person: the clause says "may"
 */
record ShopClosureParameters(int minOrders, long window, Mode mode) implements Serializable {

    static ShopClosureParameters read(ParameterReader in) {
        return new ShopClosureParameters(
                (int) in.number("minOrders", 1, 1_000_000, 1),
                in.duration("window", Duration.ofDays(30)),
                in.choice("mode", Mode.class, Mode.RECOMMEND));
    }
}
