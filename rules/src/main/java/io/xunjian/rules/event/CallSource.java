package io.xunjian.rules.event;

/** Who tried to reach the shop. */
public enum CallSource {
    PLATFORM_SPOT_CHECK,
    BUYER
}
