package io.xunjian.console.store;

/** What many alerts share and the topic says of them. */
record Kind(String ruleCode, int ruleVersion, int level, String severity, String status) {

    static Kind of(AlertRow row) {
        return new Kind(row.ruleCode(), row.ruleVersion(), row.level(), row.severity(), row.status());
    }
}
