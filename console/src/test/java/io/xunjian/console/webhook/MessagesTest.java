package io.xunjian.console.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.xunjian.console.access.MovableClock;
import io.xunjian.console.web.Json;
import io.xunjian.rules.alert.Sentence;
import io.xunjian.rules.book.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes over the wire, as the messengers document it. */
final class MessagesTest {

    private static final String SECRET = "SEC0123";
    private static final Told LATE = new Told(
            "LATE:O-1:2",
            "LATE",
            "SHOP",
            "S1",
            Severity.SERIOUS,
            "OPEN",
            7,
            "Order O-1 was 3 h late",
            "订单 O-1 晚了 3 小时");
    private static final Told CURED = new Told(
            "LATE:O-2",
            "LATE",
            "PROVIDER",
            "P1",
            Severity.MINOR,
            "CURED",
            8,
            "Order O-2 was 1 h late",
            "订单 O-2 晚了 1 小时");
    private static final News TWO = new News(List.of(LATE, CURED), 2, List.of(), 9);

    private final Messages messages = new Messages(
            Optional.of(URI.create("https://desk.example/")),
            code -> new Sentence("Late shipment", "延迟发货"),
            new MovableClock());

    @Test
    void dingTalkGetsMarkdownAndASignedAddress() {
        Message message = messages.news(
                webhook(WebhookKind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=T", SECRET), TWO);

        assertThat(message.url())
                .hasToString(
                        "https://oapi.dingtalk.com/robot/send?access_token=T&timestamp=1748750400000&sign=ca5veLdnEEqaBxv7IDOOB9z%2BarT2Q8PtKuDGm%2FQz2wE%3D");
        assertJson(message, """
                {"msgtype": "markdown",
                 "markdown": {"title": "巡检：2 条告警", "text": "### 巡检：2 条告警\\n- **情节严重** 延迟发货，店铺 S1：订单 O-1 晚了 3 小时 \
                [查看](https://desk.example/alerts?q=&alert=LATE%3AO-1%3A2)\\n- **情节轻微** 延迟发货，服务商 P1，逾期改正：订单 O-2 晚了 1 小时 \
                [查看](https://desk.example/alerts?q=&alert=LATE%3AO-2)\\n\\n[全部告警](https://desk.example/alerts)"},
                 "at": {"isAtAll": false}}""");
    }

    @Test
    void feishuGetsACardWithItsSignatureInTheBody() {
        Message message =
                messages.test(webhook(WebhookKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/T", SECRET));

        assertThat(message.url()).hasToString("https://open.feishu.cn/open-apis/bot/v2/hook/T");
        assertJson(message, """
                {"timestamp": "1748750400", "sign": "OWeSrJpjtiC4rpUPC4f3/oAw9D6FLTlrxpy+PhzoIWs=", "msg_type": "interactive",
                 "card": {"config": {"wide_screen_mode": true},
                          "header": {"template": "red", "title": {"tag": "plain_text", "content": "巡检：测试消息"}},
                          "elements": [{"tag": "markdown", "content": "该推送可用。"}]}}""");
    }

    @Test
    void weComGetsMarkdown() {
        Message message = messages.test(
                webhook(WebhookKind.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=T", null));

        assertThat(message.url()).hasToString("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=T");
        assertJson(message, """
                {"msgtype": "markdown", "markdown": {"content": "**巡检：测试消息**\\n该推送可用。"}}""");
    }

    @Test
    void programsGetBothLanguagesAndASignatureOverTimeAndBody() {
        Webhook webhook = webhook(WebhookKind.JSON, "https://hooks.example/x", SECRET);

        assertThat(messages.test(webhook).body()).isEqualTo("{\"kind\":\"TEST\"}");
        assertThat(messages.test(webhook).headers())
                .containsEntry("X-Xunjian-Timestamp", "1748750400000")
                .containsEntry(
                        "X-Xunjian-Signature",
                        "sha256=dad8d3395275c0ffcf7f86d006f751cc4e82e3d29502dcb0243783b516137d3c");
        assertJson(messages.news(webhook, new News(List.of(LATE), 1, List.of(), 9)), """
                {"kind": "ALERTS", "total": 1,
                 "alerts": [{"alertId": "LATE:O-1:2", "ruleCode": "LATE", "subjectType": "SHOP", "subjectId": "S1",
                             "severity": "SERIOUS", "status": "OPEN", "raisedAt": 7,
                             "reason": {"en": "Order O-1 was 3 h late", "zh": "订单 O-1 晚了 3 小时"},
                             "link": "https://desk.example/alerts?q=&alert=LATE%3AO-1%3A2"}],
                 "byRule": [], "link": "https://desk.example/alerts"}""");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        URI ding = URI.create("https://oapi.dingtalk.com/robot/send?access_token=T");

        assertThat(messages.test(webhook(WebhookKind.DINGTALK, ding.toString(), null))
                        .url())
                .isEqualTo(ding);
        assertThat(messages.test(webhook(WebhookKind.FEISHU, "https://open.feishu.cn/x", null))
                        .body())
                .doesNotContain("sign", "timestamp");
        assertThat(messages.test(webhook(WebhookKind.JSON, "https://hooks.example/x", null))
                        .headers())
                .containsOnlyKeys("X-Xunjian-Timestamp");
    }

    @Test
    void aStormIsSaidInCounts() {
        News storm = new News(
                List.of(LATE),
                1200,
                List.of(new News.Count("LATE", "SERIOUS", 1000), new News.Count("LATE", "MINOR", 200)),
                9);

        String text = messages.news(webhook(WebhookKind.WECOM, "https://qyapi.weixin.qq.com/x", null), storm)
                .body();

        assertThat(text).contains("**巡检：告警激增，共 1200 条**", "**1000** × 延迟发货，情节严重", "**200** × 延迟发货，情节轻微", "订单 O-1");
    }

    @Test
    void whatAShopIsCalledCallsNobodyAndLinksNowhere() {
        Told evil = new Told(
                "A",
                "LATE",
                "SHOP",
                "<at id=all></at>[x](http://evil.example)@all\n# **x** \u202e",
                Severity.SERIOUS,
                "OPEN",
                7,
                "",
                "");

        for (WebhookKind kind : List.of(WebhookKind.DINGTALK, WebhookKind.FEISHU, WebhookKind.WECOM)) {
            String body = messages.news(
                            webhook(kind, "https://x.example/x", null), new News(List.of(evil), 1, List.of(), 9))
                    .body();
            assertThat(body).contains("＜at id=all＞＜/at＞［x］(http：//evil.example)＠all ＃ ＊＊x＊＊  ：");
        }
    }

    @Test
    void aMessageToWeComIsCutBetweenLinesAndSaysHowManyAreLeftOut() throws JsonProcessingException {
        List<Told> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(new Told("A" + i, "LATE", "SHOP", "店".repeat(100), Severity.MINOR, "OPEN", 7, "", "晚".repeat(10)));
        }
        Webhook webhook = webhook(WebhookKind.WECOM, "https://qyapi.weixin.qq.com/x", null);

        String content = Json.MAPPER
                .readTree(
                        messages.news(webhook, new News(many, 20, List.of(), 9)).body())
                .at("/markdown/content")
                .asText();

        assertThat(content.getBytes(UTF_8).length).isBetween(3500, 4096);
        assertThat(content).contains("另有 11 条").endsWith("[全部告警](https://desk.example/alerts)");
    }

    private static Webhook webhook(WebhookKind kind, String url, String secret) {
        return new Webhook(
                "w",
                "ours",
                kind,
                URI.create(url),
                Optional.ofNullable(secret),
                Language.ZH,
                List.of(),
                Severity.MINOR);
    }

    private static void assertJson(Message message, String expected) {
        try {
            assertThat(Json.MAPPER.readTree(message.body())).isEqualTo(Json.MAPPER.readTree(expected));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
