package io.xunjian.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xunjian.rules.Instants;
import java.io.IOException;
import java.util.Map;

/** An alert as one line for people. What stands in names is shown, never obeyed: control characters become marks. */
final class AlertLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> SEVERITY_ZH =
            Map.of("MINOR", "轻微", "GENERAL", "一般", "SERIOUS", "严重", "EXTREME", "特别严重");
    private static final Map<String, String> STATUS_ZH = Map.of("OPEN", "未处理", "CURED", "已补救", "REVOKED", "已撤销");

    /** SGR colours of a terminal, by severity. */
    private static final Map<String, String> COLOURS =
            Map.of("MINOR", "36", "GENERAL", "33", "SERIOUS", "31", "EXTREME", "1;31");

    private final Language language;
    private final boolean isColoured;

    AlertLine(Language language, boolean isColoured) {
        this.language = language;
        this.isColoured = isColoured;
    }

    /** When it was raised, how grave it is, which rule, where it stands, and the sentence. */
    String of(byte[] json) throws IOException {
        JsonNode alert = JSON.readTree(json);
        String severity = alert.path("severity").asText();
        String status = alert.path("status").asText();
        String head = "%s  %s  %s"
                .formatted(
                        Instants.readable(alert.path("raisedAt").asLong()),
                        language.of(pad(severity, 7), SEVERITY_ZH.getOrDefault(severity, severity)),
                        language.of(pad(status, 7), STATUS_ZH.getOrDefault(status, status)));
        String colour = status.equals("OPEN") ? COLOURS.getOrDefault(severity, "0") : "2";
        String rule = alert.path("ruleCode").asText();
        String reason = alert.path("reason").path(language.code()).asText();
        String line = "%s  %s  %s".formatted(head, pad(rule, 13), shown(reason));
        return isColoured ? "\u001b[" + colour + "m" + line + "\u001b[0m" : line;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String shown(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "�");
    }
}
