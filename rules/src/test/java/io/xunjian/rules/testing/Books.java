package io.xunjian.rules.testing;

import io.xunjian.rules.Rules;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Rule books that differ from the built-in one. */
public final class Books {

    public static final RuleBook BUILT_IN = RuleBook.builtIn(Rules.ALL);

    private Books() {}

    /**
     * The built-in book with other parameters of one rule, in force from 2000 on.
     *
     * @param parameters as in the file: {@code "cureOn: PICKUP_SCAN, maxJudgements: 1"}
     */
    public static RuleBook with(String ruleCode, String parameters) {
        return of(file(ruleCode, version(1, "active", "2000-01-01T00:00:00+08:00", parameters)));
    }

    /** The built-in book under these files. */
    public static RuleBook of(String... files) {
        try {
            Path folder = Files.createTempDirectory("rules-");
            folder.toFile().deleteOnExit();
            for (int i = 0; i < files.length; i++) {
                Path file = Files.writeString(folder.resolve(i + ".yaml"), files[i]);
                file.toFile().deleteOnExit();
            }
            return RuleBook.read(Rules.ALL, List.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BookRejected e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The built-in file of a rule with one version more. */
    public static String builtInFileWith(String ruleCode, String version) {
        try (InputStream in = Books.class.getResourceAsStream("/rulebook/" + ruleCode + ".yaml")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return file.replace("\ndoc:", "\n" + version + "doc:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule file with these versions. */
    public static String file(String ruleCode, String... versions) {
        return """
                rule: %s
                name: {en: A rule, zh: 规则}
                clause: {ref: 条款, zh: 应当, en: Shall}
                versions:
                """.formatted(ruleCode) + String.join("", versions);
    }

    /** One version, with five rungs of which each warns. */
    public static String version(int number, String status, String effectiveFrom, String parameters) {
        StringBuilder version = new StringBuilder(String.format(
                Locale.ROOT,
                "  - version: %d%n    status: %s%n    effectiveFrom: %s%n    parameters: {%s}%n    ladder:%n",
                number,
                status,
                effectiveFrom,
                parameters));
        for (int level = 1; level <= 5; level++) {
            version.append("      - {level: ").append(level).append(", severity: MINOR, actions: [{type: WARNING}]}\n");
        }
        return version.toString();
    }
}
