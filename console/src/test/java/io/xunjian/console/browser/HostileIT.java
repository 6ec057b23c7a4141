package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.web.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names and texts that were made up to do harm, in every view. */
@ExtendWith(SharedDesk.class)
final class HostileIT {

    private static final String Q = "level:" + HostileAlert.LEVEL;

    /** What such a text would make where it became markup. */
    private static final String MADE =
            "document.querySelectorAll('img:not([src=\"/icon.svg\"]), iframe, [onerror], [onload],"
                    + " script:not([src^=\"/assets/\"]), a[href^=javascript], style').length";

    /** Marks that turn text around or are not seen, in what is shown. */
    private static final String TURNING =
            "(document.body.innerText + document.title).match(/[\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\u0007\\u001b]/)";

    @BeforeEach
    void send(Desk desk) throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < HostileAlert.NAMES.size(); i++) {
            records.add(HostileAlert.record(i));
            records.add(HostileAlert.decision(i, "NOTE"));
            records.add(HostileAlert.decision(i, "ASSIGN"));
        }
        desk.send(records);
        desk.awaitCount(Q, HostileAlert.NAMES.size());
        desk.awaitCount(Q + " -assignee:none", HostileAlert.NAMES.size());
    }

    @Test
    void listsShowThemAsText(Desk desk, Browser browser) {
        for (String path :
                List.of("/alerts?q=" + Q, "/alerts?group=shop&q=" + Q, "/overview?days=all", "/rules", "/audit")) {
            desk.open(path);
            harmless(browser, path);
        }
        browser.await("main", "<img src=x onerror=alert(1)>");
        desk.open("/alerts?q=" + Q);
        browser.await(".c-subject", HostileAlert.MARKUP.substring(3, 20));
        browser.await(".c-subject", "⟨202E⟩gnp.exe");
    }

    @Test
    void panelsAndSubjectsShowThemAsText(Desk desk, Browser browser) {
        for (int i = 0; i < HostileAlert.NAMES.size(); i++) {
            desk.open("/alerts?q=" + Q + "&alert=" + encoded(HostileAlert.id(i)));
            browser.await(".panel .reason", "<script>alert(2)</script>");
            browser.click("details.raw summary");
            harmless(browser, HostileAlert.id(i));
            assertThat(browser.text(".decision-text")).contains("<img src=x onerror=alert(1)>");

            String name = HostileAlert.NAMES.get(i);
            desk.open("/subjects/SHOP/" + encoded(name));
            browser.await("document.querySelector('td.wide')");
            harmless(browser, name);
        }
    }

    @Test
    void aMuteShowsThemAsText(Desk desk, Browser browser) throws Exception {
        String json = Json.write(Map.of(
                "kind",
                "MUTE",
                "ruleCode",
                "LATE_SHIPMENT",
                "subjectType",
                "SHOP",
                "subjectId",
                HostileAlert.MARKUP,
                "until",
                System.currentTimeMillis() + 3_600_000,
                "reason",
                HostileAlert.MARKUP + HostileAlert.NAMES.get(3)));
        assertThat(desk.admin.post("/api/decisions", json).status()).isEqualTo(200);
        desk.open("/mutes");
        browser.await("td.wide", "<script>alert(2)</script>");
        harmless(browser, "mutes");
    }

    @Test
    void noCellOfTheTableIsAFormula(Desk desk) throws Exception {
        for (String language : List.of("en", "zh")) {
            String csv = desk.admin
                    .get("/api/alerts.csv?lang=" + language + "&q=" + encoded(Q))
                    .response()
                    .body();
            List<List<String>> lines = parsed(csv.substring(1));
            assertThat(lines).hasSize(HostileAlert.NAMES.size() + 1).allMatch(line -> line.size() == 16);
            assertThat(lines.stream().flatMap(List::stream))
                    .allMatch(cell -> !cell.stripLeading().matches("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*"))
                    .contains("'=cmd|' /C calc'!A0", "'+1+1", "'-2+3", "'@SUM(A1:A9)", HostileAlert.MARKUP);
        }
    }

    private static void harmless(Browser browser, String where) {
        assertThat(browser.number(MADE)).as(where).isZero();
        assertThat(browser.texts("window.ran")).as(where).isEmpty();
        assertThat(browser.texts("window.refused")).as(where).isEmpty();
        assertThat(browser.value(TURNING)).as(where).isNull();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** As RFC 4180 has it. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"' && quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }
}
