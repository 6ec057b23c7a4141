package io.xunjian.rules.trial;

import io.xunjian.rules.alert.AlertTotals;
import java.util.List;
import java.util.Map;

/**
 * What each book of a trial found, counted.
 *
 * @param alerts of each book
 * @param shops of each book, by rule: how many shops its alerts are about; empty where there is no trial
 */
public record TrialTotals(List<AlertTotals> alerts, List<Map<String, Long>> shops) {}
