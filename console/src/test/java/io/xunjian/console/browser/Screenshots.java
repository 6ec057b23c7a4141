package io.xunjian.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.web.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes the pictures of docs/console.md from the alerts of a backtest over simulated traffic. By hand; see docs/console.md for
 * the command.
 */
final class Screenshots {

    private static final String PASSWORD = "a long way to the sea";

    private static final List<Shot> SHOTS = List.of(
            new Shot("alerts", "/alerts", Browser.DESK),
            new Shot("panel", "/alerts?alert=FIRST", Browser.DESK),
            new Shot("groups", "/alerts?group=shop", Browser.DESK),
            new Shot("subject", "/subjects/SHOP/SUBJECT", Browser.DESK),
            new Shot("overview", "/overview?days=all", Browser.DESK),
            new Shot("rules", "/rules", Browser.DESK),
            new Shot("rule", "/rules/LATE_SHIPMENT", Browser.DESK),
            new Shot("mutes", "/mutes", Browser.DESK),
            new Shot("audit", "/audit", Browser.DESK),
            new Shot("users", "/users", Browser.DESK),
            new Shot("webhooks", "/webhooks", Browser.DESK),
            new Shot("settings", "/settings", Browser.DESK),
            new Shot("phone", "/alerts", Browser.PHONE),
            new Shot("phone-panel", "/alerts?alert=FIRST", Browser.PHONE));

    private static final List<Look> LOOKS = List.of(new Look("", "en", "light"), new Look("-dark", "zh", "dark"));

    /** A page, and how wide the window is. */
    private record Shot(String name, String path, int width) {}

    /** How a reader sees it. */
    private record Look(String suffix, String language, String theme) {}

    private Screenshots() {}

    /** Takes the file of alerts and the folder of the pictures. */
    public static void main(String[] args) throws Exception {
        Path out = Files.createDirectories(Path.of(args[1]));
        try (Desk desk = Desk.start()) {
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (String line : Files.readAllLines(Path.of(args[0]))) {
                String id = Json.MAPPER.readTree(line).path("alertId").asText();
                records.add(new ProducerRecord<>("alerts", id.getBytes(UTF_8), line.getBytes(UTF_8)));
            }
            desk.send(records);
            while (desk.admin.get("/api/alerts?limit=1").json().path("total").asInt() < records.size()) {
                Thread.onSpinWait();
            }
            decide(desk);
            shoot(desk, out);
        }
    }

    /** What three people did in some weeks. */
    private static void decide(Desk desk) throws IOException, InterruptedException {
        Visitor li = analyst(desk, "li.na");
        Visitor wang = analyst(desk, "wang.wei");
        Visitor chen = analyst(desk, "chen.jie");
        decide(li, "CLOSE", "raised:..2026-10-12 severity:general,serious,extreme", "outcome", "CONFIRMED");
        decide(wang, "CLOSE", "raised:..2026-10-20 rule:CS_UNREACHABLE desk:new", "outcome", "JUSTIFIED_NOT_ACTED");
        decide(chen, "CLOSE", "raised:2026-10-13..2026-10-16 rule:LATE_SHIPMENT", "outcome", "CONFIRMED");
        decide(chen, "CLOSE", "raised:2026-10-17 rule:LATE_SHIPMENT", "outcome", "FALSE_POSITIVE");
        decide(li, "CLOSE", "raised:2026-10-18 rule:COMPLAINT_OVERDUE", "outcome", "OVERTURNED");
        decide(li, "ASSIGN", "raised:2026-11-10.. severity:extreme,serious", "assignee", "li.na");
        decide(wang, "ACKNOWLEDGE", "raised:2026-11-12.. rule:COMPLAINT_OVERDUE", "text", "");
        JsonNode rows = desk.admin.get("/api/alerts?limit=40").json().path("alerts");
        for (int i = 1; i < 40; i += 3) {
            Visitor who = i % 2 == 0 ? wang : chen;
            one(who, "ACKNOWLEDGE", rows.path(i), "text", "");
            one(who, "ASSIGN", rows.path(i), "assignee", i % 2 == 0 ? "wang.wei" : "chen.jie");
        }
        one(wang, "ACKNOWLEDGE", rows.path(0), "text", "");
        one(
                wang,
                "NOTE",
                rows.path(0),
                "text",
                "Called the shop: its warehouse moved on the 12th, parcels were scanned late.");
        for (int i = 5; i < 30; i += 12) {
            JsonNode row = rows.path(i);
            wang.post(
                    "/api/decisions",
                    Json.write(Map.of(
                            "kind",
                            "MUTE",
                            "ruleCode",
                            row.path("ruleCode").asText(),
                            "subjectType",
                            row.path("subjectType").asText(),
                            "subjectId",
                            row.path("subjectId").asText(),
                            "until",
                            System.currentTimeMillis() + 7 * 86_400_000L,
                            "reason",
                            "仓库搬迁，已报备")));
        }
    }

    private static void shoot(Desk desk, Path out) throws IOException, InterruptedException {
        Browser browser = desk.browser;
        for (Look look : LOOKS) {
            browser.open(desk.url("/"));
            prefer(browser, look);
            browser.reload();
            browser.await("document.querySelector('.sign-in')");
            write(out, "sign-in" + look.suffix(), browser);
        }
        desk.open("/alerts");
        JsonNode first = desk.admin
                .get("/api/alerts?limit=1&q=desk:acknowledged%20assignee:wang.wei")
                .json()
                .at("/alerts/0");
        String id = desk.admin
                .get("/api/alerts?limit=1")
                .json()
                .at("/alerts/0/alertId")
                .asText();
        for (Look look : LOOKS) {
            prefer(browser, look);
            for (Shot shot : SHOTS) {
                browser.width(shot.width());
                desk.open(shot.path()
                        .replace("FIRST", id)
                        .replace("SUBJECT", first.path("subjectId").asText()));
                browser.await("document.querySelector('.panel .reason, .row, .card, .group, main p')");
                browser.await("document.querySelector('.top-health')");
                write(out, shot.name() + look.suffix(), browser);
            }
        }
    }

    private static void prefer(Browser browser, Look look) {
        browser.value("localStorage.setItem('xunjian-preferences', JSON.stringify({lang: '" + look.language()
                + "', theme: '" + look.theme() + "', zone: 'Asia/Shanghai'}))");
    }

    private static void write(Path out, String name, Browser browser) throws IOException {
        Files.write(out.resolve("console-" + name + ".png"), Palette.reduced(browser.picture()));
    }

    private static Visitor analyst(Desk desk, String name) throws IOException, InterruptedException {
        desk.admin.post(
                "/api/users", "{\"name\":\"%s\",\"role\":\"ANALYST\",\"password\":\"%s\"}".formatted(name, PASSWORD));
        Visitor visitor = desk.visitor();
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    private static void decide(Visitor who, String kind, String q, String field, String value)
            throws IOException, InterruptedException {
        who.post("/api/decisions", Json.write(Map.of("kind", kind, "q", q, field, value)));
    }

    private static void one(Visitor who, String kind, JsonNode row, String field, String value)
            throws IOException, InterruptedException {
        List<String> ids = List.of(row.path("alertId").asText());
        who.post("/api/decisions", Json.write(Map.of("kind", kind, "alertIds", ids, field, value)));
    }
}
