package io.xunjian.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule is its package, its YAML file and its line in Rules: nothing else in the product knows of it. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SOURCES = ROOT.resolve("rules/src/main/java");
    private static final Path REGISTRATION = SOURCES.resolve("io/xunjian/rules/Rules.java");

    /** What is measured is measured by its name, and peers know one rule. */
    private static final Path BENCHMARKS = ROOT.resolve("benchmarks");

    /** The page shows codes in words where the book has none yet, and its tests and examples are of rules. */
    private static final Path PAGE = ROOT.resolve("console/src/main");

    private static final Path RULE_BOOK = ROOT.resolve("rules/src/main/resources/rulebook");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    static List<Rule<?>> rules() {
        return Rules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noOtherMainFileKnowsARuleButThoseThatRestOnWhatItFinds(Rule<?> rule) throws IOException {
        List<Path> free = new ArrayList<>(List.of(REGISTRATION, folderOf(rule), yamlOf(rule)));
        for (Rule<?> other : Rules.ALL) {
            if (findingsTakenBy(other).contains(rule.code())) {
                free.addAll(List.of(folderOf(other), yamlOf(other)));
            }
        }
        assertThat(mainFiles())
                .filteredOn(file -> free.stream().noneMatch(file::startsWith))
                .filteredOn(file -> mentions(file, rule))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsRegisteredInOneLine(Rule<?> rule) throws IOException {
        String name = rule.getClass().getSimpleName();
        assertThat(Files.readAllLines(REGISTRATION))
                .filteredOn(line -> line.matches(".*\\b" + name + "\\b.*") || line.contains(rule.code()))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .isEqualTo("import " + rule.getClass().getName() + ";"),
                        line -> assertThat(line.strip()).startsWith("new " + name + "()"));
    }

    @Test
    void everyRuleHasAPackageOfItsOwn() {
        assertThat(Rules.ALL)
                .extracting(rule -> rule.getClass().getPackageName())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("io\\.xunjian\\.rules\\.[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ofItsPackageTheRuleAloneIsPublic(Rule<?> rule) throws Exception {
        assertThat(classesBeside(rule))
                .contains(rule.getClass())
                .filteredOn(type -> Modifier.isPublic(type.getModifiers()))
                .containsExactly(rule.getClass());
    }

    @Test
    void theRuleBookHasOneFileForEachRuleAndNoOther() throws IOException {
        try (var files = Files.list(RULE_BOOK)) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            Rules.ALL.stream().map(ArchitectureTest::yamlOf).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsToldInWordsAndHasAPage(Rule<?> rule) {
        assertThat(Books.BUILT_IN.doc(rule.code()))
                .as("doc: in " + yamlOf(rule))
                .isNotNull();
        assertThat(ROOT.resolve("docs/rules").resolve(rule.code() + ".md")).exists();
    }

    private static Set<String> findingsTakenBy(Rule<?> rule) {
        Set<String> codes = new HashSet<>(rule.facts().findings());
        rule.restsOn().forEach(judgement -> codes.addAll(judgement.facts().findings()));
        codes.remove(rule.code());
        return codes;
    }

    /** In Java the package and the code as a text; elsewhere the code. An action may be called as a rule is. */
    private static boolean mentions(Path file, Rule<?> rule) {
        String text = read(file);
        Pattern code = Pattern.compile("\\b" + rule.code() + "\\b");
        if (!file.toString().endsWith(".java")) {
            return code.matcher(text).find();
        }
        String literals =
                LITERAL.matcher(text).results().map(MatchResult::group).collect(Collectors.joining("\n"));
        return text.contains(rule.getClass().getPackageName())
                || code.matcher(literals).find();
    }

    private static List<Path> mainFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (var modules = Files.newDirectoryStream(ROOT, module -> Files.isDirectory(module.resolve("src/main")))) {
            for (Path module : modules) {
                if (module.equals(BENCHMARKS)) {
                    continue;
                }
                try (var tree = Files.walk(module.resolve("src/main"))) {
                    tree.filter(Files::isRegularFile)
                            .filter(file ->
                                    !file.startsWith(PAGE) || file.toString().endsWith(".java"))
                            .forEach(files::add);
                }
            }
        }
        assertThat(files).contains(REGISTRATION).anyMatch(file -> file.startsWith(ROOT.resolve("local-cluster")));
        return files;
    }

    private static Path folderOf(Rule<?> rule) {
        return SOURCES.resolve(rule.getClass().getPackageName().replace('.', '/'));
    }

    private static Path yamlOf(Rule<?> rule) {
        return RULE_BOOK.resolve(rule.code() + ".yaml");
    }

    private static List<Class<?>> classesBeside(Rule<?> rule) throws IOException, URISyntaxException {
        Path compiled = Path.of(rule.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (var files =
                Files.list(compiled.resolve(rule.getClass().getPackageName().replace('.', '/')))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("$")) {
                    classes.add(typeNamed(
                            rule.getClass().getPackageName() + '.' + name.substring(0, name.lastIndexOf('.'))));
                }
            }
        }
        return classes;
    }

    private static Class<?> typeNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
