package io.xunjian.bench.run;

/**
 * What a run took.
 *
 * @param wholeSeconds from the launch of its process
 * @param netSeconds from when it said that its work begins
 * @param cpuSeconds of processor time, all threads
 * @param peakMib resident memory at most
 */
public record Cost(double wholeSeconds, double netSeconds, double cpuSeconds, long peakMib) {}
