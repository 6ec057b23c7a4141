package io.xunjian.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The versions of the rules. */
record OracleBook(List<OracleVersion> versions) {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    /** Version 1 of every rule. */
    static final OracleBook BUILT_IN = new OracleBook(List.of(
            first(
                    LateShipmentOracle.CODE,
                    ALWAYS,
                    Map.of(
                            "defaultShipWindow", "PT48H",
                            "rejudgeInterval", "PT24H",
                            "maxJudgements", "3",
                            "cureOn", "WAYBILL_UPLOADED")),
            first(ShopClosureOracle.CODE, ALWAYS, Map.of("minOrders", "1", "window", "P30D")),
            first(
                    CsUnreachableOracle.CODE,
                    ALWAYS,
                    Map.of("calls", "3", "window", "PT24H", "sources", "[PLATFORM_SPOT_CHECK]", "minTalkSeconds", "1")),
            first(
                    ComplaintOverdueOracle.CODE,
                    ALWAYS,
                    Map.of(
                            "respondWithinHours",
                            "{EXCHANGE: 12, REFUND_OPERATION: 2, COURIER: 12, SERVICE: 12, LOGISTICS: 24,"
                                    + " COUNTERFEIT: 12, FALSE_ADVERTISING: 12, OTHER: 12}",
                            "reopenedWithinHours",
                            "2",
                            "clock",
                            "09:00-21:00",
                            "resolveWithin",
                            "PT48H",
                            "compensateWithin",
                            "P3D")),
            first(
                    ProviderInactiveOracle.CODE,
                    LocalDate.of(2022, 8, 15),
                    Map.of(
                            "days", "90",
                            "logic", "OR",
                            "minTenureDays", "90",
                            "categoryCode", "AGENCY_OPERATION",
                            "minOrderFen", "1"))));

    private static OracleVersion first(String ruleCode, LocalDate firstDay, Map<String, String> parameters) {
        return new OracleVersion(ruleCode, 1, true, PlatformDays.midnight(firstDay), parameters);
    }

    /** The only version of a rule that has one. */
    OracleVersion of(String ruleCode) {
        return versions.stream()
                .filter(version -> version.ruleCode().equals(ruleCode))
                .findFirst()
                .orElseThrow();
    }

    /** This book with other versions of one rule. */
    OracleBook with(List<OracleVersion> ofOneRule) {
        List<OracleVersion> all = new ArrayList<>(ofOneRule);
        String ruleCode = ofOneRule.get(0).ruleCode();
        versions.stream()
                .filter(version -> !version.ruleCode().equals(ruleCode))
                .forEach(all::add);
        return new OracleBook(all);
    }

    /** The version of a rule that is in force, null where none is. */
    OracleVersion version(String ruleCode, long at) {
        OracleVersion inForce = null;
        for (OracleVersion version : versions) {
            if (version.ruleCode().equals(ruleCode)
                    && version.active()
                    && version.effectiveFrom() <= at
                    && (inForce == null || version.effectiveFrom() > inForce.effectiveFrom())) {
                inForce = version;
            }
        }
        return inForce;
    }
}
