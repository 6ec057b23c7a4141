package io.xunjian.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.xunjian.rules.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle against the reference histories: two opinions that were formed apart. */
class OracleCasesTest {

    @ParameterizedTest
    @MethodSource("io.xunjian.rules.testing.Cases#all")
    void theOracleFindsTheNetAlertsOfEveryCase(Cases.Case given) throws IOException {
        OracleReader read = OracleReader.ofFolder(given.events());
        assertThat(alerts(read))
                .containsExactlyElementsOf(expected(given.folder().resolve("expected.jsonl")));
        assertThat(read.deadLetters())
                .isEqualTo(deadLettersToldBy(given.folder().resolve("README.md")));
    }

    /** A sample of orders that is not ours to hand on: 62,639 events and their net alerts. */
    @Test
    void theOracleFindsTheNetAlertsOfRealOrders() throws IOException {
        String folder = System.getenv("XUNJIAN_OLIST");
        assumeTrue(folder != null, "XUNJIAN_OLIST names no folder of real orders");
        OracleReader read = OracleReader.ofFolder(Path.of(folder));
        List<OracleAlert> expected = expected(Path.of(folder, "expected.jsonl.gz"));
        assertThat(alerts(read)).containsExactlyElementsOf(expected).hasSize(6218);
        assertThat(read.deadLetters()).isZero();
    }

    private static List<OracleAlert> alerts(OracleReader read) {
        return Oracle.alerts(read.events(), Oracle.horizonOf(read.events()), OracleBook.BUILT_IN);
    }

    private static List<OracleAlert> expected(Path file) throws IOException {
        return OracleAlert.read(file).stream().sorted(OracleAlert.AS_WRITTEN).toList();
    }

    private static int deadLettersToldBy(Path readme) throws IOException {
        Matcher told = Pattern.compile("Dead letters: (\\d+)").matcher(Files.readString(readme));
        assertThat(told.find()).isTrue();
        return Integer.parseInt(told.group(1));
    }
}
