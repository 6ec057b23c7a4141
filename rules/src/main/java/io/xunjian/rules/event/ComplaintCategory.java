package io.xunjian.rules.event;

/** What a complaint is about; it decides how fast it must be answered. */
public enum ComplaintCategory {
    EXCHANGE,
    REFUND_OPERATION,
    COURIER,
    SERVICE,
    LOGISTICS,
    COUNTERFEIT,
    FALSE_ADVERTISING,
    OTHER
}
