package io.xunjian.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.web.Json;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records whose every text was made up to do harm where it is shown. */
final class HostileAlert {

    /** By which a filter finds them all, and no other. */
    static final int LEVEL = 7;

    static final String MARKUP = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>";

    /** As names: without control characters, which no name may have. */
    static final List<String> NAMES = List.of(
            MARKUP,
            "</title></textarea><svg onload=alert(3)>{{alert(4)}}${alert(5)}",
            "javascript:alert(6)//%0Aalert(7)",
            "\u202Egnp.exe\u202C\u2066\u200F\u061Cx\u2069",
            "in\u200Bvi\uFEFFsible\u2060\u00AD",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1:A9)",
            "\uFF1D1+1",
            "  =1+1",
            "../../etc/passwd?x#y&z=%00%2F",
            "x".repeat(480),
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(40));

    /** What texts may have besides. */
    private static final String CONTROLS = "\t\u0001\u0007\u001B[31m\u0085\u2028\r\n";

    private HostileAlert() {}

    static String id(int i) {
        return "h" + i + ":"
                + NAMES.get(i).substring(0, Math.min(480, NAMES.get(i).length()));
    }

    static ProducerRecord<byte[], byte[]> record(int i) throws Exception {
        String name = NAMES.get(i);
        String text = (i % 2 == 0 ? "" : CONTROLS) + name + CONTROLS + MARKUP + "R".repeat(i == 0 ? 10_000 : 0);
        ObjectNode alert = (ObjectNode) Json.MAPPER.readTree(
                SampleAlert.open("x").level(LEVEL).raised(SampleAlert.NOON + i).json());
        alert.put("alertId", id(i)).put("subjectId", name);
        alert.putObject("keys").put("orderId", name).put(MARKUP, name);
        alert.putObject("reason").put("en", text).put("zh", text);
        alert.putObject("clause").put("ref", name).put("en", text).put("zh", text);
        alert.putArray("actions").addObject().put("type", name).put("mode", "ENFORCE");
        alert.putArray("evidence")
                .addObject()
                .put("eventId", name)
                .put("eventType", name)
                .put("eventTime", 1);
        return new ProducerRecord<>(
                "alerts", id(i).getBytes(UTF_8), Json.write(alert).getBytes(UTF_8));
    }

    /** As another program could write it to the topic of decisions. */
    static ProducerRecord<byte[], byte[]> decision(int i, String kind) {
        String name = NAMES.get(i).substring(0, Math.min(90, NAMES.get(i).length()));
        String json = Json.write(Map.of(
                "decisionId",
                kind + i + name.substring(0, Math.min(40, name.length())),
                "kind",
                kind,
                "alertId",
                id(i),
                "by",
                name,
                "at",
                SampleAlert.NOON,
                "text",
                CONTROLS + name + MARKUP,
                "assignee",
                name));
        return new ProducerRecord<>("decisions", id(i).getBytes(UTF_8), json.getBytes(UTF_8));
    }
}
