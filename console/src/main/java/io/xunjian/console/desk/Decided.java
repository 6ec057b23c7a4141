package io.xunjian.console.desk;

import java.util.List;

/** Whose desk has just changed: what open pages are told. */
public record Decided(List<String> alertIds, List<Target.OfMute> mutes) {}
