package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is looked for is told in the documents, and made in a test. */
class ConditionsTest {

    private static final Path DOC = Path.of("../docs/doctor.md");
    private static final Path TESTS = Path.of("src/test/java/io/xunjian/doctor");

    @Test
    void theDocumentListsEachAsItIs() throws IOException {
        List<String> listed = Files.readAllLines(DOC).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(listed)
                .containsExactlyElementsOf(Arrays.stream(Condition.values())
                        .map(ConditionsTest::row)
                        .toList());
        assertThat(listed).hasSizeGreaterThanOrEqualTo(25);
    }

    private static String row(Condition condition) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        condition,
                        condition.area().title(),
                        condition.grade().name().toLowerCase(Locale.ROOT),
                        condition.found());
    }

    @Test
    void eachIsMadeInATest() throws IOException {
        try (var files = Files.list(TESTS)) {
            String tests = files.filter(file -> !file.endsWith("ConditionsTest.java"))
                    .map(ConditionsTest::read)
                    .collect(Collectors.joining());
            assertThat(Condition.values())
                    .allMatch(condition -> tests.contains("Condition." + condition + ",")
                            || tests.contains("Condition." + condition + ")"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
