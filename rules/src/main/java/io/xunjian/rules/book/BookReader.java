package io.xunjian.rules.book;

import io.xunjian.rules.Rule;
import io.xunjian.rules.book.RuleFileReader.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a whole book and tells every fault of every file at once. */
final class BookReader {

    private final Map<String, Rule<?>> rules = new LinkedHashMap<>();
    private final Map<String, RuleFile> files = new HashMap<>();
    private final Map<String, RuleDoc> docs = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Announcement> announced;
    private final RuleBook.Setting replaced;

    BookReader(Collection<? extends Rule<?>> rules) {
        this(rules, List.of(), null);
    }

    /**
     * Begins with the built-in rules.
     *
     * @param announced files that jobs took: over the built-in ones, under the user's
     * @param replaced a value in place of what the files say, {@code null} for none
     */
    BookReader(Collection<? extends Rule<?>> rules, List<Announcement> announced, RuleBook.Setting replaced) {
        this.announced = announced;
        this.replaced = replaced;
        rules.forEach(rule -> this.rules.put(rule.code(), rule));
    }

    /** Reads one file alone. */
    static RuleFile readOne(Collection<? extends Rule<?>> rules, String source, String text) throws BookRejected {
        BookReader reader = new BookReader(rules);
        RuleFile file = new RuleFileReader(source, reader.rules, null, reader.faults).read(text);
        reader.refuseFaults();
        return file;
    }

    RuleBook read(List<Path> overlays) throws BookRejected {
        readAll(overlays);
        refuseFaults();
        return new RuleBook(ofEach(RuleFile::versions), docs);
    }

    /** Reads it; an active version that is not tested is a fault too. */
    void lint(List<Path> overlays) throws BookRejected {
        readAll(overlays);
        rules.keySet().stream()
                .filter(files::containsKey)
                .forEach(code -> faults.addAll(files.get(code).untested()));
        refuseFaults();
    }

    /** Of each rule that was read. */
    Map<String, List<RuleTest>> tests() {
        return ofEach(RuleFile::tests);
    }

    private void readAll(List<Path> overlays) {
        for (String code : rules.keySet()) {
            String resource = "/rulebook/" + code + ".yaml";
            add(new RuleFileReader(resource.substring(1), rules, replaced, faults).read(builtIn(resource)));
        }
        for (Announcement announcement : announced) {
            String source = "rules in force, " + announcement.ruleCode();
            add(new RuleFileReader(source, rules, replaced, faults).read(announcement.file()));
        }
        overlays.forEach(this::overlay);
    }

    private void refuseFaults() throws BookRejected {
        if (!faults.isEmpty()) {
            throw new BookRejected(faults);
        }
    }

    private <T> Map<String, T> ofEach(Function<RuleFile, T> part) {
        Map<String, T> parts = new HashMap<>();
        files.forEach((code, file) -> parts.put(code, part.apply(file)));
        return parts;
    }

    private static String builtIn(String resource) {
        try (InputStream in = BookReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The built-in rule book has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the built-in " + resource, e);
        }
    }

    private void overlay(Path folder) {
        Map<String, String> fileOf = new HashMap<>();
        for (Path file : yamlFiles(folder)) {
            RuleFile read = readFile(file);
            String other = read == null ? null : fileOf.put(read.code(), file.toString());
            if (other != null) {
                faults.add(new Fault(file.toString(), 0, "rule " + read.code() + " stands in " + other + " already"));
            }
            add(read);
        }
    }

    private List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            faults.add(
                    new Fault(folder.toString(), 0, "is not a folder; --rules names a folder of rule files (.yaml)"));
            return List.of();
        }
        try (var files = Files.list(folder)) {
            List<Path> yaml = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            if (yaml.isEmpty()) {
                faults.add(new Fault(folder.toString(), 0, "has no rule file (.yaml)"));
            }
            return yaml;
        } catch (IOException e) {
            faults.add(new Fault(folder.toString(), 0, "cannot be listed: " + e.getMessage()));
            return List.of();
        }
    }

    private RuleFile readFile(Path file) {
        try {
            return new RuleFileReader(file.toString(), rules, replaced, faults).read(Files.readString(file));
        } catch (IOException e) {
            faults.add(new Fault(file.toString(), 0, "cannot be read as UTF-8 text: " + e.getMessage()));
            return null;
        }
    }

    /** A file replaces what was read before; one without a doc leaves that as it was, for the rule is the same. */
    private void add(RuleFile file) {
        if (file == null) {
            return;
        }
        files.merge(file.code(), file, (replaced, over) -> over.over(replaced));
        if (file.doc() != null) {
            docs.put(file.code(), file.doc());
        }
    }
}
