package io.xunjian.cluster;

/**
 * How a person sees a run on this machine.
 *
 * @param flinkPort of Flink's web page
 * @param isTerminal whether a person looks at it: then lines have colours
 */
public record ScreenSettings(int flinkPort, Language language, boolean isTerminal) {}
