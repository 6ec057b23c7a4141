package io.xunjian.console.desk;

import java.util.List;
import java.util.Map;

/** Whose desk has just changed: what open pages are told. */
public record Decided(List<String> alertIds, List<Target.OfMute> mutes) {

    /** As JSON. */
    public Map<String, Object> json() {
        return Map.of("alertIds", alertIds, "mutes", mutes);
    }
}
