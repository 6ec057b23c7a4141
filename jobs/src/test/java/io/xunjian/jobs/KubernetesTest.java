package io.xunjian.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.event.Stream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    private static final String WATCH = "base/watch.yaml";
    private static final String BACKTEST = "backtest/backtest.yaml";
    private static final String SECRETS = "/opt/xunjian/kafka-secret";

    @ParameterizedTest
    @ValueSource(strings = {"base", "backtest", "snapshot"})
    void eachFileOfAFolderIsListedAndHasFieldsThatThereAre(String folder) throws IOException {
        Set<String> listed = new TreeSet<>();
        Manifests.one(folder + "/kustomization.yaml").path("resources").forEach(file -> listed.add(file.asText()));
        Set<String> there = new TreeSet<>();
        try (var files = Files.list(Manifests.FOLDER.resolve(folder))) {
            files.map(file -> file.getFileName().toString()).forEach(there::add);
        }
        there.remove("kustomization.yaml");
        assertThat(listed).isEqualTo(there);
        for (String file : listed) {
            for (JsonNode object : Manifests.in(folder + '/' + file)) {
                assertThat(Manifests.faults(object)).as(file).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "backtest", "snapshot", "overlays/production"})
    void whatKubectlMakesOfAFolderHasFieldsThatThereAre(String folder) throws Exception {
        List<JsonNode> objects = Manifests.kustomized(folder);
        assumeTrue(objects != null, "There is no /usr/bin/kubectl (Debian: kubernetes-client)");
        assertThat(objects).isNotEmpty();
        for (JsonNode object : objects) {
            assertThat(Manifests.faults(object))
                    .as(object.path("kind").asText())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/spec, upgradeMode, \"savepoint\"",
        "/spec, flinkVersion, \"2.3\"",
        "/spec/job, upgradeMode, \"lastState\"",
        "/spec/job, arguments, []",
        "/spec/job, parallelism, \"four\"",
        "/spec/taskManager/resource, mem, \"1g\"",
        "/spec/podTemplate/spec, container, []",
        "/spec/podTemplate/spec/containers/0, volumeMount, []",
        "/metadata, title, \"a\""
    })
    void aFieldThatThereIsNotAndAValueThatItCannotHaveAreFaults(String at, String field, String value)
            throws IOException {
        JsonNode watch = Manifests.one(WATCH);
        ((ObjectNode) watch.at(at)).set(field, Manifests.parsed(value).get(0));
        assertThat(Manifests.faults(watch)).isNotEmpty();
    }

    @Test
    void theLiveJobUnderstandsItsArguments() throws Exception {
        List<String> arguments = Manifests.arguments(Manifests.one(WATCH), "--kafka-properties");
        WatchSettings settings = WatchSettings.from(arguments.toArray(String[]::new));
        assertThat(settings.client()).containsEntry("bootstrap.servers", "kafka:9092");
    }

    @Test
    void theBacktestHasEachOfItsArguments() throws IOException {
        assertThat(Manifests.arguments(Manifests.one(BACKTEST), "").stream().filter(word -> word.startsWith("--")))
                .isNotEmpty()
                .allMatch(name -> BacktestSettings.HELP.contains("  " + name + ' ')
                        || BacktestSettings.HELP.contains(", " + name + ' '));
    }

    @ParameterizedTest
    @ValueSource(strings = {WATCH, BACKTEST})
    void theJobIsInTheImageAndRunsOnItsFlink(String file) throws Exception {
        JsonNode spec = Manifests.one(file).path("spec");
        String image = Files.readString(Manifests.FOLDER.resolve("Dockerfile"));
        String pom = Files.readString(Manifests.ROOT.resolve("pom.xml"));
        assertThat("local://" + after("-uber.jar ", image))
                .isEqualTo(spec.at("/job/jarURI").asText());
        String flink = between("<flink.version>", "</flink.version>", pom);
        assertThat(image).contains("FROM flink:" + flink + "-java17");
        assertThat(flink)
                .startsWith(spec.path("flinkVersion").asText().substring(1).replace('_', '.') + '.');
        assertThat(spec.path("image").asText()).isEqualTo("xunjian:" + between("<version>", "</version>", pom));
        assertThat(Class.forName(spec.at("/job/entryClass").asText()).getMethod("main", String[].class))
                .isNotNull();
        assertThat(spec.at("/flinkConfiguration/env.java.opts.all").asText().split(" ", -1))
                .containsExactly(between("<flink.jvm.args>", "</flink.jvm.args>", pom)
                        .strip()
                        .split("\\s+", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {WATCH, BACKTEST})
    void flinkKnowsItsSettings(String file) throws Exception {
        Set<String> known = new TreeSet<>();
        for (Class<?> options : List.of(
                CheckpointingOptions.class,
                CoreOptions.class,
                HighAvailabilityOptions.class,
                JobManagerOptions.class,
                TaskManagerOptions.class)) {
            for (Field field : options.getFields()) {
                if (field.get(null) instanceof ConfigOption<?> option) {
                    known.add(option.key());
                }
            }
        }
        Set<String> set = new TreeSet<>();
        Manifests.one(file).at("/spec/flinkConfiguration").fieldNames().forEachRemaining(set::add);
        set.removeIf(name -> name.startsWith("kubernetes.operator.") || name.startsWith("metrics.reporter.prom."));
        assertThat(known).containsAll(set);
    }

    @Test
    void kafkaClientsFindTheirSecretsBesideTheirSettings(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("username"), "watch");
        Files.writeString(secrets.resolve("password"), "s3cret");
        Properties client = new Properties();
        client.load(new StringReader(Manifests.one("base/kafka.yaml")
                .at("/data/client.properties")
                .asText()
                .replace(SECRETS, secrets.toString())));
        client.setProperty("bootstrap.servers", "kafka:9092");
        assertThat(new AdminClientConfig(client).getPassword("sasl.jaas.config").value())
                .endsWith("required username=\"watch\" password=\"s3cret\";");
        assertThat(Manifests.one(WATCH).at("/spec/podTemplate/spec").toString()).contains(SECRETS);
    }

    @Test
    void theTopicsAreThoseOfTheLiveJob() throws IOException {
        String script = Manifests.one("base/topics.yaml")
                .at("/spec/template/spec/containers/0/args/0")
                .asText();
        Topics topics = new Topics("");
        Set<String> wanted = new TreeSet<>(List.of(
                topics.alerts() + " compacted",
                topics.shadowAlerts() + " compacted",
                topics.lateEvents(),
                topics.deadLetters(),
                topics.rules() + " compacted",
                topics.rulesInForce() + " compacted"));
        for (Stream stream : Stream.values()) {
            wanted.add(topics.of(stream));
        }
        Set<String> made = new TreeSet<>();
        Pattern.compile("^topic (\\S+) \\S+( --config cleanup.policy=compact)?$", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .forEach(line -> made.add(line.group(1) + (line.group(2) == null ? "" : " compacted")));
        assertThat(made).isEqualTo(wanted);
        assertThat(script).contains("topic rules 1 ").contains("topic rules-in-force 1 ");
    }

    @Test
    void theRuleFilesOfTheExampleAreABook() throws Exception {
        Path rules = Manifests.FOLDER.resolve("overlays/production/rules");
        RuleBook book = RuleBook.read(Rules.ALL, List.of(rules));
        assertThat(book.version("LATE_SHIPMENT", 1).ladder())
                .isEqualTo(
                        RuleBook.builtIn(Rules.ALL).version("LATE_SHIPMENT", 1).ladder());
        assertThat(book.versions("LATE_SHIPMENT")).hasSize(2);
    }

    private static String after(String start, String text) {
        return text.substring(text.indexOf(start) + start.length()).strip();
    }

    private static String between(String start, String end, String text) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
