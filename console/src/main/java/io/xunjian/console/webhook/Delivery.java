package io.xunjian.console.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.web.Json;
import java.util.List;

/** Hands a message over, and makes sure that it was taken: bots say 200 and then in the body that they did not. */
final class Delivery {

    /** DingTalk and WeCom; Feishu; Feishu of old. 0 is success. */
    private static final List<String> CODES = List.of("errcode", "code", "StatusCode");

    private final Post post;

    Delivery(Post post) {
        this.post = post;
    }

    void deliver(WebhookKind kind, Message message) throws UndeliveredException {
        HttpAnswer answer = post.send(message);
        if (answer.status() / 100 == 3) {
            throw new UndeliveredException("Answered with a redirect, which is not followed.");
        }
        if (answer.status() / 100 != 2) {
            throw new UndeliveredException("Answered with status " + answer.status() + ".");
        }
        if (kind != WebhookKind.JSON) {
            checkCode(answer.body());
        }
    }

    private static void checkCode(String body) throws UndeliveredException {
        JsonNode answer;
        try {
            answer = Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UndeliveredException("Answered with what no bot says.", e);
        }
        JsonNode code = CODES.stream()
                .map(answer::path)
                .filter(JsonNode::isIntegralNumber)
                .findFirst()
                .orElseThrow(() -> new UndeliveredException("Answered with what no bot says."));
        if (code.longValue() != 0) {
            throw new UndeliveredException("The bot refused with code " + code.longValue() + ".");
        }
    }
}
