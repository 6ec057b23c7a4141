package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.Console;
import io.xunjian.console.ConsoleSettings;
import io.xunjian.console.SettingsRejected;
import io.xunjian.console.access.Visitor;
import io.xunjian.console.desk.DecisionTopic;
import io.xunjian.console.testing.SampleAlert;
import io.xunjian.console.testing.TestBroker;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker, the console as it is started, and somebody before its page. */
final class Desk implements AutoCloseable {

    final Browser browser;
    final Visitor admin;

    private final TestBroker broker;
    private final Console console;
    private final String password;

    private Desk(Browser browser, TestBroker broker, Console console) throws IOException, InterruptedException {
        this.browser = browser;
        this.broker = broker;
        this.console = console;
        this.password = console.firstPassword().orElseThrow();
        this.admin = new Visitor(console.address());
        admin.signIn("admin", password);
    }

    static Desk start() throws IOException, InterruptedException, ExecutionException, SettingsRejected {
        Browser browser = Browser.start();
        Path folder = Files.createTempDirectory("xunjian-desk");
        TestBroker broker = TestBroker.start(folder.resolve("broker"));
        broker.create("alerts", 2);
        DecisionTopic.make(broker.client(), "decisions");
        Console console = Console.start(ConsoleSettings.from(
                new String[] {"--bootstrap", broker.bootstrap(), "--db", "jdbc:h2:mem:desk", "--port", "0"}));
        return new Desk(browser, broker, console);
    }

    String url(String path) {
        return "http://127.0.0.1:" + console.address().getPort() + path;
    }

    String firstPassword() {
        return password;
    }

    /** Somebody else at the same console. */
    Visitor visitor() {
        return new Visitor(console.address());
    }

    /** The admin before this page, in English and light. */
    void open(String path) {
        browser.open(url(path));
        browser.await("document.querySelector('.top, .sign-in')");
        if ((Boolean) browser.value("document.querySelector('.sign-in') !== null")) {
            signIn("admin", password);
        }
        browser.await("document.querySelector('h1') && !document.querySelector('.waiting')");
    }

    void signIn(String name, String word) {
        browser.write("input[autocomplete=username]", name);
        browser.write("input[type=password]", word);
        browser.click("button.primary");
        browser.await("document.querySelector('.top')");
    }

    /** Sends alerts, and waits until the console has as many that a filter holds. */
    void send(String q, int count, SampleAlert... alerts) throws Exception {
        send(Stream.of(alerts).map(alert -> alert.on("alerts")).toList());
        awaitCount(q, count);
    }

    void send(List<ProducerRecord<byte[], byte[]>> records) throws InterruptedException, ExecutionException {
        broker.send(records);
    }

    void awaitCount(String q, int count) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + 30_000_000_000L;
        int found = -1;
        while (found != count && System.nanoTime() - giveUpAt < 0) {
            found = admin.get("/api/alerts?limit=200&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                    .json()
                    .path("alerts")
                    .size();
        }
        assertThat(found).as(q).isEqualTo(count);
    }

    @Override
    public void close() {
        browser.close();
        console.close();
        broker.close();
    }
}
