package io.xunjian.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Rule books of which some rules have other parameters, or several versions that take turns. */
final class RandomBook {

    /** Other values of each rule's parameters, the built-in ones among them. */
    private static final Map<String, Map<String, List<String>>> CHOICES = Map.of(
            LateShipmentOracle.CODE,
                    Map.of(
                            "defaultShipWindow", List.of("PT48H", "PT24H"),
                            "rejudgeInterval", List.of("PT24H", "PT12H"),
                            "maxJudgements", List.of("1", "2", "3", "4"),
                            "cureOn", List.of("WAYBILL_UPLOADED", "PICKUP_SCAN")),
            ShopClosureOracle.CODE,
                    Map.of("minOrders", List.of("1", "2", "3"), "window", List.of("P30D", "P1D", "PT12H")),
            CsUnreachableOracle.CODE,
                    Map.of(
                            "calls", List.of("2", "3", "4"),
                            "window", List.of("PT24H", "PT12H"),
                            "sources", List.of("[PLATFORM_SPOT_CHECK]", "[PLATFORM_SPOT_CHECK, BUYER]", "[BUYER]"),
                            "minTalkSeconds", List.of("1", "2")),
            ComplaintOverdueOracle.CODE,
                    Map.of(
                            "reopenedWithinHours", List.of("2", "12"),
                            "resolveWithin", List.of("PT48H", "PT24H"),
                            "compensateWithin", List.of("P3D", "P1D")),
            ProviderInactiveOracle.CODE,
                    Map.of(
                            "days", List.of("90", "30"),
                            "logic", List.of("OR", "AND"),
                            "minTenureDays", List.of("90", "30", "0"),
                            "categoryCode", List.of("AGENCY_OPERATION", "PHOTOGRAPHY"),
                            "minOrderFen", List.of("1", "100")));

    private static final List<LocalDate> BEGINNINGS = List.of(
            LocalDate.of(2000, 1, 1),
            LocalDate.of(2022, 5, 18),
            LocalDate.of(2022, 8, 2),
            LocalDate.of(2022, 8, 15),
            LocalDate.of(2022, 9, 20),
            LocalDate.of(2022, 12, 21));

    private RandomBook() {}

    static OracleBook of(Random random) {
        OracleBook book = OracleBook.BUILT_IN;
        for (OracleVersion builtIn : OracleBook.BUILT_IN.versions()) {
            if (random.nextBoolean()) {
                book = book.with(versions(builtIn, random));
            }
        }
        return book;
    }

    /** What a version has other than the built-in one. */
    static Map<String, String> changes(OracleVersion version) {
        Map<String, String> changes = new HashMap<>(version.parameters());
        changes.entrySet()
                .removeAll(
                        OracleBook.BUILT_IN.of(version.ruleCode()).parameters().entrySet());
        return changes;
    }

    private static List<OracleVersion> versions(OracleVersion builtIn, Random random) {
        List<OracleVersion> versions = new ArrayList<>();
        for (LocalDate beginning : BEGINNINGS) {
            if (random.nextInt(3) == 0 || (versions.isEmpty() && beginning.equals(LocalDate.of(2022, 12, 21)))) {
                Map<String, String> changes = new HashMap<>();
                // In an order of its own a map of constants would give another book to the same seed.
                new TreeMap<>(CHOICES.get(builtIn.ruleCode()))
                        .forEach((parameter, values) -> changes.put(parameter, oneOf(values, random)));
                boolean active = random.nextInt(4) > 0;
                versions.add(builtIn.as(versions.size() + 1, active, PlatformDays.midnight(beginning))
                        .with(changes));
            }
        }
        return versions;
    }

    private static String oneOf(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
