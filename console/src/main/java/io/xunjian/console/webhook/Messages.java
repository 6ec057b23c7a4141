package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunjian.console.web.Json;
import io.xunjian.rules.alert.Sentence;
import java.net.URI;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes messages as each kind of webhook wants them, and signs them. */
final class Messages {

    /** WeCom's own limit is 4096, DingTalk's and Feishu's about 20 000. */
    private static final Map<WebhookKind, Integer> MOST_BYTES =
            Map.of(WebhookKind.WECOM, 4000, WebhookKind.DINGTALK, 16_000, WebhookKind.FEISHU, 16_000);

    private final Text text;
    private final JsonNews jsonNews;
    private final InstantSource clock;

    Messages(Optional<URI> publicUrl, Function<String, Sentence> ruleNames, InstantSource clock) {
        Links links = new Links(publicUrl);
        this.text = new Text(links, ruleNames);
        this.jsonNews = new JsonNews(links);
        this.clock = clock;
    }

    Message news(Webhook webhook, News news) {
        Language language = webhook.language();
        return webhook.kind() == WebhookKind.JSON
                ? json(webhook, jsonNews.of(news))
                : bot(
                        webhook,
                        Text.title(news, language),
                        text.markdown(news, language, MOST_BYTES.get(webhook.kind())));
    }

    Message test(Webhook webhook) {
        return webhook.kind() == WebhookKind.JSON
                ? json(webhook, Map.of("kind", "TEST"))
                : bot(webhook, Text.testTitle(webhook.language()), Text.test(webhook.language()));
    }

    private Message bot(Webhook webhook, String title, String markdown) {
        return switch (webhook.kind()) {
            case DINGTALK -> dingTalk(webhook, title, markdown);
            case FEISHU -> feishu(webhook, title, markdown);
            case WECOM ->
                message(
                        webhook.url(),
                        Map.of(),
                        fields("msgtype", "markdown", "markdown", fields("content", "**" + title + "**\n" + markdown)));
            case JSON -> throw new IllegalArgumentException("is no bot");
        };
    }

    private Message dingTalk(Webhook webhook, String title, String markdown) {
        String now = Long.toString(clock.millis());
        URI url = webhook.secret()
                .map(secret -> {
                    byte[] signature = Signature.of(secret, (now + '\n' + secret).getBytes(UTF_8));
                    String sign = URLEncoder.encode(Base64.getEncoder().encodeToString(signature), UTF_8);
                    String joint = webhook.url().getRawQuery() == null ? "?" : "&";
                    return URI.create(webhook.url() + joint + "timestamp=" + now + "&sign=" + sign);
                })
                .orElse(webhook.url());
        return message(
                url,
                Map.of(),
                fields(
                        "msgtype", "markdown",
                        "markdown", fields("title", title, "text", "### " + title + "\n" + markdown),
                        "at", fields("isAtAll", false)));
    }

    private Message feishu(Webhook webhook, String title, String markdown) {
        Map<String, Object> body = new LinkedHashMap<>();
        webhook.secret().ifPresent(secret -> {
            String now = Long.toString(clock.millis() / 1000);
            body.put("timestamp", now);
            byte[] signature = Signature.of(now + '\n' + secret, new byte[0]);
            body.put("sign", Base64.getEncoder().encodeToString(signature));
        });
        body.put("msg_type", "interactive");
        body.put(
                "card",
                fields(
                        "config", fields("wide_screen_mode", true),
                        "header", fields("template", "red", "title", fields("tag", "plain_text", "content", title)),
                        "elements", List.of(fields("tag", "markdown", "content", markdown))));
        return message(webhook.url(), Map.of(), body);
    }

    /** Signed over time and body, so that a message cannot be sent again later by who overheard it. */
    private Message json(Webhook webhook, Map<String, Object> fields) {
        String body = Json.write(fields);
        Map<String, String> headers = new LinkedHashMap<>();
        String now = Long.toString(clock.millis());
        headers.put("X-Xunjian-Timestamp", now);
        webhook.secret().ifPresent(secret -> {
            byte[] signed = (now + '.' + body).getBytes(UTF_8);
            headers.put("X-Xunjian-Signature", "sha256=" + HexFormat.of().formatHex(Signature.of(secret, signed)));
        });
        return new Message(webhook.url(), headers, body);
    }

    private static Message message(URI url, Map<String, String> headers, Map<String, Object> body) {
        return new Message(url, headers, Json.write(body));
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
