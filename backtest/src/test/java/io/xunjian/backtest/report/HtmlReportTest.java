package io.xunjian.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.rules.Instants;
import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the page is what the run wrote, and can be nothing but text. */
class HtmlReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private OutFolder out;

    @BeforeEach
    void run() throws IOException {
        out = SampleRun.write(folder, SampleRun.hostileTrial());
    }

    @Test
    void alertsAreAddedUpByRuleDayLevelAndStatus() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        Set<String> shops = new HashSet<>();
        long fen = 0;
        for (JsonNode alert : alerts()) {
            String rule = alert.get("ruleCode").asText();
            LocalDate day =
                    LocalDate.ofEpochDay(Instants.day(alert.get("raisedAt").asLong()));
            String status = alert.has("curedAt") ? "cured" : "open";
            expected.merge(rule + "/days/" + day, 1L, Long::sum);
            expected.merge(rule + "/levels/" + alert.get("level") + "/" + status, 1L, Long::sum);
            for (JsonNode action : alert.get("actions")) {
                fen += action.path("amountFen").asLong();
            }
            JsonNode shop = alert.get("subjectType").asText().equals("SHOP")
                    ? alert.get("subjectId")
                    : alert.path("keys").path("shopId");
            if (shop.isTextual()) {
                shops.add(shop.asText());
            }
        }
        JsonNode figures = data().get("figures");
        assertThat(counts(figures.get("rules"))).isEqualTo(expected);
        assertThat(figures.get("alerts").asInt()).isEqualTo(alerts().size());
        assertThat(figures.get("shops").asInt()).isEqualTo(shops.size());
        assertThat(figures.get("amountFen").asLong()).isEqualTo(fen).isPositive();
    }

    @Test
    void aCureIsCountedByTheTimeItTook() throws IOException {
        long withinAnHour = 0;
        long cured = 0;
        for (JsonNode alert : alerts()) {
            if (alert.has("curedAt")) {
                long took =
                        alert.get("curedAt").asLong() - alert.get("raisedAt").asLong();
                withinAnHour += took <= 3_600_000 ? 1 : 0;
                cured++;
            }
        }
        long first = 0;
        long all = 0;
        for (JsonNode rule : data().get("figures").get("rules")) {
            first += rule.get("cureTimes").get(0).asLong();
            for (JsonNode count : rule.get("cureTimes")) {
                all += count.asLong();
            }
        }
        assertThat(all).isEqualTo(cured).isPositive();
        assertThat(first).isEqualTo(withinAnHour);
    }

    @Test
    void thoseWithTheMostAlertsComeFirst() throws IOException {
        JsonNode top = data().get("figures").get("topSubjects");
        assertThat(top.size()).isGreaterThan(SampleRun.HOSTILE.size()).isLessThanOrEqualTo(20);
        for (int i = 1; i < top.size(); i++) {
            assertThat(top.get(i).get("alerts").asLong())
                    .isLessThanOrEqualTo(top.get(i - 1).get("alerts").asLong());
        }
    }

    @Test
    void theSummaryStandsInItWhole() throws IOException {
        JsonNode summary = JSON.readTree(out.path().resolve(OutFolder.SUMMARY).toFile());
        assertThat(data().get("summary")).isEqualTo(summary);
        assertThat(summary.get("comparison").get("examples").size()).isEqualTo(10);
    }

    @Test
    void noNameEndsItsElementAndNothingElseIsLoaded() throws IOException {
        String page = page();
        assertThat(page.split("</script", -1)).hasSize(6);
        for (String name : SampleRun.HOSTILE.subList(0, 3)) {
            assertThat(page.contains(name)).as(name).isFalse();
        }
        assertThat(page.contains("\u2028")).isFalse();
        assertThat(page.replaceAll("(?s)<script.*?</script>", "")).doesNotContain("src=", "href=", "url(", "@import");
        String head = page.substring(0, page.indexOf("<style>"));
        assertThat(head).contains("default-src 'none'").doesNotContain("unsafe-", "{{policy}}");
    }

    @Test
    void thePageIsNotThereBeforeItIsWhole() throws IOException {
        HtmlReport.write(out, Books.BUILT_IN);
        assertThat(out.unfinished(OutFolder.REPORT)).doesNotExist();
        out.prepare();
        assertThat(out.path().resolve(OutFolder.REPORT)).doesNotExist();
    }

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(fields(messages("zh"))).isEqualTo(fields(messages("en")));
    }

    private static JsonNode messages(String language) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("messages-" + language + ".json")) {
            return JSON.readTree(in);
        }
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, Long> counts(JsonNode rules) {
        Map<String, Long> counts = new TreeMap<>();
        for (String rule : fields(rules)) {
            rules.get(rule)
                    .get("days")
                    .properties()
                    .forEach(day -> counts.put(
                            rule + "/days/" + day.getKey(), day.getValue().asLong()));
            rules.get(rule)
                    .get("levels")
                    .properties()
                    .forEach(level -> level.getValue().properties().forEach(status -> {
                        if (status.getValue().asLong() > 0) {
                            counts.put(
                                    rule + "/levels/" + level.getKey() + "/" + status.getKey(),
                                    status.getValue().asLong());
                        }
                    }));
        }
        return counts;
    }

    private List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (String line : Files.readAllLines(out.path().resolve(OutFolder.ALERTS))) {
            alerts.add(JSON.readTree(line));
        }
        return alerts;
    }

    private JsonNode data() throws IOException {
        return JSON.readTree(ReportData.of(out, Books.BUILT_IN));
    }

    private String page() throws IOException {
        HtmlReport.write(out, Books.BUILT_IN);
        return Files.readString(out.path().resolve(OutFolder.REPORT));
    }
}
