package io.xunjian.console.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xunjian.console.access.Cidr;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostTest {

    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private BotServer bot;

    @BeforeEach
    void open() throws IOException {
        bot = new BotServer();
    }

    @AfterEach
    void close() {
        bot.close();
    }

    @Test
    void whatIsPostedArrivesAsItIs() throws Exception {
        HttpAnswer answer =
                post("private:" + bot.host()).send(message(bot.url("/a%20b?key=T&x=%E5%BA%97"), "{\"店\":1}"));

        assertThat(answer).isEqualTo(new HttpAnswer(200, BotServer.TAKEN));
        assertThat(bot.told).singleElement().satisfies(told -> {
            assertThat(told.method()).isEqualTo("POST");
            assertThat(told.uri()).isEqualTo("/a%20b?key=T&x=%E5%BA%97");
            assertThat(told.body()).isEqualTo("{\"店\":1}");
        });
    }

    @Test
    void aHostThatIsNotOnTheListIsNotAsked() {
        assertRefused(post("hooks.example.com"), bot.url("/"), "none of --webhook-hosts");
        assertRefused(post("private:127.0.0.1:1"), bot.url("/"), "none of --webhook-hosts");
        assertThat(bot.told).isEmpty();
    }

    @Test
    void plainHttpIsForListedLoopbackHostsAlone() {
        assertRefused(post(bot.host()), bot.url("/"), "Webhooks go by https");
        Post elsewhere = new Post(
                AllowedHosts.of(List.of("private:inside.example:80")),
                host -> new InetAddress[] {Cidr.address("10.0.0.1")},
                TLS,
                Duration.ofSeconds(5));
        assertRefused(elsewhere, URI.create("http://inside.example:80/"), "loopback interface alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.100.100.200",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.0.170",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::1",
                "2001:0:1::1",
                "2001:db8::1",
            })
    void aNameThatLeadsIntoAPrivateNetworkIsNotAsked(String address) {
        InetAddress[] found = {Cidr.address("93.184.215.14"), Cidr.address(address)};
        Post post = new Post(AllowedHosts.of(List.of("hooks.example.com")), host -> found, TLS, Duration.ofSeconds(5));

        assertRefused(post, URI.create("https://hooks.example.com/"), "leads into a private network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2400:3200::1"})
    void theInternetIsNotPrivate(String address) {
        assertThat(PublicAddresses.hold(Cidr.address(address))).isTrue();
    }

    /** The name is looked up once: what it leads to the second time does not matter. */
    @Test
    void aNameThatLeadsElsewhereAMomentLaterGainsNothing() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding = host -> {
            InetAddress right = InetAddress.getLoopbackAddress();
            return new InetAddress[] {asked.getAndIncrement() == 0 ? right : Cidr.address("127.0.0.99")};
        };
        String host = "rebinding.example:" + bot.url("/").getPort();
        Post post = new Post(AllowedHosts.of(List.of("private:" + host)), rebinding, TLS, Duration.ofSeconds(5));

        assertThat(post.send(message(URI.create("http://" + host + "/"), "{}")).status())
                .isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pass@hooks.example.com/",
                "https://hooks.example.com#x",
                "https:///x",
                "mailto:a@b",
                "ftp://hooks.example.com/",
                "https://hooks.example.com:8443/",
                "https://hooks.example.com./",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://hooks.example.com.evil.example/",
            })
    void anAddressThatIsNotExactlyAListedOneIsRefused(String url) {
        assertThat(AllowedHosts.of(List.of("hooks.example.com")).fault(URI.create(url)))
                .isPresent();
    }

    @Test
    void whatIsNoHostIsRefusedWithItsName() {
        assertThatThrownBy(() -> AllowedHosts.of(List.of("a.example", "https://b.example", "private:", "*")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a host: [https://b.example, private:, *]");
    }

    @Test
    void aRedirectIsNotFollowed() {
        bot.answerNext(302, "");

        assertUndelivered("redirect");
        assertThat(bot.told).hasSize(1);
    }

    @Test
    void aBotThatSaysItDidNotTakeItDidNot() {
        bot.answerNext(200, "{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
        assertUndelivered("code 310000");
        bot.answerNext(200, "{\"code\":19021,\"msg\":\"sign match fail\"}");
        assertUndelivered("code 19021");
        bot.answerNext(200, "<html>");
        assertUndelivered("no bot says");
        bot.answerNext(200, "");
        assertUndelivered("no bot says");
    }

    @Test
    void aBotThatTookItDid() throws Exception {
        for (String body : List.of("{\"errcode\":0}", "{\"code\":0,\"msg\":\"success\"}", "{\"StatusCode\":0}")) {
            bot.answerNext(200, body);
            delivery().deliver(WebhookKind.FEISHU, message(bot.url("/"), "{}"));
        }
        bot.answerNext(204, "");
        delivery().deliver(WebhookKind.JSON, message(bot.url("/"), "{}"));
    }

    private void assertUndelivered(String reason) {
        assertThatThrownBy(() -> delivery().deliver(WebhookKind.DINGTALK, message(bot.url("/"), "{}")))
                .isInstanceOf(UndeliveredException.class)
                .hasMessageContaining(reason);
    }

    private Delivery delivery() {
        return new Delivery(post("private:" + bot.host()));
    }

    private static void assertRefused(Post post, URI url, String reason) {
        assertThatThrownBy(() -> post.send(message(url, "{}")))
                .isInstanceOf(UndeliveredException.class)
                .hasMessageContaining(reason);
    }

    private static Post post(String allowed) {
        return new Post(AllowedHosts.of(List.of(allowed)), InetAddress::getAllByName, TLS, Duration.ofSeconds(10));
    }

    private static Message message(URI url, String body) {
        return new Message(url, Map.of(), body);
    }
}
