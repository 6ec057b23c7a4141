package io.xunjian.backtest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page, with all that it needs inside of it. Its policy lets nothing run but the scripts that are put in here, and
 * lets nothing be loaded.
 */
final class Page {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String LIBRARY = "echarts.common.min.js";
    private static final List<String> NOTICES = List.of("NOTICE", "LICENSE-d3");
    private static final String STYLE = "report.css";

    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS =
            List.of("words.js", "page.js", "charts.js", "answer.js", "found.js", "trial.js", "input.js", "report.js");

    private Page() {}

    /** @param data JSON that is safe inside of an element */
    static String of(String data) {
        String style = resource(STYLE);
        String library = resource(LIBRARY);
        String script = resources(SCRIPTS);
        Map<String, String> parts = Map.of(
                "policy",
                policy(style, library, script),
                "style",
                style,
                "notices",
                resources(NOTICES),
                "library",
                library,
                "script",
                script,
                "messagesEn",
                ReportData.safe(resource("messages-en.json")),
                "messagesZh",
                ReportData.safe(resource("messages-zh.json")),
                "data",
                data);
        return PLACE.matcher(resource("report.html"))
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private static String policy(String style, String... scripts) {
        String hashes = List.of(scripts).stream().map(Page::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; script-src "
                + hashes;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String resources(List<String> names) {
        return names.stream().map(Page::resource).collect(Collectors.joining("\n"));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
