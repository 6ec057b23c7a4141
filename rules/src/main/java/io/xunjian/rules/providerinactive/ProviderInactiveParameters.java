package io.xunjian.rules.providerinactive;

import io.xunjian.rules.Instants;
import io.xunjian.rules.book.ParameterReader;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.book.RuleVersion;
import java.io.Serializable;
import java.util.List;

/**
 * @param days before the day that is judged, in which there must be a settlement and a service order
 * @param logic whether either or both must be missing
 * @param minTenureDays after the grant, in which a provider is not judged
 * @param categoryCode whose providers are judged, and whose service orders count
 * @param minOrderFen 1/100 yuan from which on a service order counts
 */
record ProviderInactiveParameters(int days, Logic logic, int minTenureDays, String categoryCode, long minOrderFen)
        implements Serializable {

    static ProviderInactiveParameters read(ParameterReader in) {
        return new ProviderInactiveParameters(
                (int) in.number("days", 1, 3_660, 90),
                in.choice("logic", Logic.class, Logic.OR),
                (int) in.number("minTenureDays", 0, 3_660, 90),
                in.text("categoryCode", "AGENCY_OPERATION"),
                in.number("minOrderFen", 0, Long.MAX_VALUE, 1));
    }

    /** The most days before a day that any version looks at. */
    static int longestDays(RuleBook book) {
        return longestDays(book.versions(ProviderInactive.CODE).stream()
                .map(RuleVersion::parameters)
                .toList());
    }

    private static int longestDays(List<? extends Serializable> versions) {
        return versions.stream()
                .mapToInt(parameters -> ((ProviderInactiveParameters) parameters).days())
                .max()
                .orElseThrow();
    }

    /** Providers of a category that no version asks for are forgotten, however long ago it was granted. */
    long looksFurtherBack(List<? extends Serializable> than) {
        boolean isKnown =
                than.stream().anyMatch(other -> ((ProviderInactiveParameters) other).categoryCode.equals(categoryCode));
        return isKnown ? Math.max(0, days - longestDays(than)) * Instants.DAY : Instants.NEVER;
    }
}
