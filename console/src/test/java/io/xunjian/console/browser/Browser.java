package io.xunjian.console.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a screen. Where none is installed (Debian packages: chromium, chromium-driver) the test is skipped. */
final class Browser implements AutoCloseable {

    static final int DESK = 1280;
    static final int PHONE = 390;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** In every page before its own scripts: what a hostile text would do, and what the policy kept from being done. */
    private static final String WITNESS = """
            window.ran = []; window.alert = (said) => window.ran.push(String(said)); window.refused = [];
            addEventListener('securitypolicyviolation', (event) => refused.push(event.violatedDirective + ' ' + event.sample));
            addEventListener('error', (event) => refused.push(event.message));
            addEventListener('unhandledrejection', (event) => refused.push(String(event.reason)));""";

    /** A condition in the page, looked at with every frame for a second. */
    private static final String LOOK = """
            const done = arguments[arguments.length - 1], end = performance.now() + 1000;
            const holds = () => { try { return Boolean(%s) } catch { return false } };
            const look = () => holds() ? done(true) : performance.now() > end ? done(false) : requestAnimationFrame(look);
            look()""";

    /** What an expression is, once it has been the same for ten frames. */
    private static final String SETTLED = """
            const done = arguments[arguments.length - 1]; let last = '', same = 0;
            const look = () => {
              const now = JSON.stringify(%s);
              same = now === last ? same + 1 : 0;
              last = now;
              same < 10 ? requestAnimationFrame(look) : done(JSON.parse(now));
            };
            look()""";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser of a reader of English whose system is light. */
    static Browser start() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(
                installed("chromium", "chromium-browser", "google-chrome").toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--lang=en", "--hide-scrollbars", "--disable-gpu");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(installed("chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options));
        browser.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WITNESS));
        browser.width(DESK);
        return browser;
    }

    private static Path installed(String... names) {
        List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
        Assumptions.assumeFalse(
                found.isEmpty(),
                "no " + names[0]
                        + " is installed (Debian packages: chromium, chromium-driver): nobody looks at the desk");
        return found.get(0);
    }

    void width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 860, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String url) {
        driver.get(url);
    }

    /** The same browser's next page, in front of the others. */
    void openBeside(String url) {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.get(url);
    }

    /** To a page, by the order in which they were opened. */
    void turnTo(int page) {
        driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(page));
    }

    /** Closes all pages but the first, and turns to it. */
    void closeOthers() {
        List<String> pages = List.copyOf(driver.getWindowHandles());
        for (String page : pages.subList(1, pages.size())) {
            driver.switchTo().window(page).close();
        }
        driver.switchTo().window(pages.get(0));
    }

    void reload() {
        driver.navigate().refresh();
    }

    void back() {
        driver.navigate().back();
    }

    void forget() {
        driver.manage().deleteAllCookies();
        driver.executeScript("localStorage.clear()");
    }

    /** What an expression is. */
    Object value(String expression) {
        return driver.executeScript("return " + expression);
    }

    long number(String expression) {
        return ((Number) value(expression)).longValue();
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String expression) {
        return (List<String>) value(expression);
    }

    /** The same, once the page has come to rest. */
    @SuppressWarnings("unchecked")
    List<String> settledTexts(String expression) {
        return (List<String>) driver.executeAsyncScript(SETTLED.formatted(expression));
    }

    /** Waits until it holds. */
    void await(String condition) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(driver.executeAsyncScript(LOOK.formatted(condition)))) {
            if (System.nanoTime() - giveUpAt > 0) {
                throw new AssertionError("never: " + condition + "\nThe page:\n" + text("body"));
            }
        }
    }

    /** Waits until there is an element, and is told this text in it. */
    void await(String selector, String text) {
        await("[...document.querySelectorAll(`" + selector + "`)].some((one) => one.textContent.includes(`" + text
                + "`))");
    }

    void click(String selector) {
        await("document.querySelector(`" + selector + "`)");
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** The first of them with this text. */
    void click(String selector, String text) {
        await(selector, text);
        driver.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing to see of " + text + " at " + selector))
                .click();
    }

    /** Writes in place of what stands there. */
    void write(String selector, String text) {
        await("document.querySelector(`" + selector + "`)");
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** Errors in the console, and what the policy refused, since it was last asked. */
    List<String> complaints() {
        Stream<String> logged = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage);
        return Stream.concat(logged, texts("window.refused").stream()).toList();
    }

    /** All that is on the screen. */
    byte[] picture() {
        Map<String, Object> picture = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode((String) picture.get("data"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
