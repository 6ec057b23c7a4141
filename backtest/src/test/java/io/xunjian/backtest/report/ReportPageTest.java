package io.xunjian.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.files.OutFolder;
import io.xunjian.rules.testing.Books;
import io.xunjian.rules.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page in a real browser, over names that were made up to do harm. */
class ReportPageTest {

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    /** Pixels that are neither transparent nor of the first colour of their canvas, of the canvas that has fewest. */
    private static final String FEWEST_MARKS = """
            Math.min(...Array.from(document.querySelectorAll('.chart canvas'), (canvas) => {
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              const pixels = new Uint32Array(data.buffer);
              return pixels.filter((pixel) => pixel !== 0 && pixel !== pixels[0]).length;
            }))""";

    private static final String CHARTS = "document.querySelectorAll('.chart canvas').length";
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @TempDir
    private static Path folder;

    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void write() throws IOException {
        browser = Browser.start();
        Trial trial = SampleRun.hostileTrial();
        OutFolder out = SampleRun.write(folder.resolve("hostile"), trial);
        HtmlReport.write(out, trial.book(Trial.BASELINE));
        page = out.path().resolve(OutFolder.REPORT);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNothingAskedFor() {
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(url -> url.matches("file:///.*/report\\.html"));
    }

    @ParameterizedTest
    @ValueSource(ints = {DESK, PHONE})
    void everyChartIsDrawn(int width) {
        browser.open(page, width);
        assertThat(browser.number(CHARTS)).isEqualTo(6);
        assertThat(browser.number(FEWEST_MARKS)).isGreaterThan(1_000);
    }

    @Test
    void aRunWithoutATrialHasThreeCharts() throws IOException {
        OutFolder out = SampleRun.write(folder.resolve("plain"), Trial.of(Books.BUILT_IN));
        HtmlReport.write(out, Books.BUILT_IN);
        browser.open(out.path().resolve(OutFolder.REPORT), DESK);
        assertThat(browser.number(CHARTS)).isEqualTo(3);
        assertThat(browser.number(FEWEST_MARKS)).isGreaterThan(1_000);
        assertThat(browser.text("#answer .lead")).matches("[\\d,]+ alerts about \\d+ shops.*\\.");
    }

    @Test
    void hostileNamesStayText() {
        browser.open(page, DESK);
        assertThat(browser.number("document.querySelectorAll('script').length")).isEqualTo(5);
        assertThat(browser.number("document.querySelectorAll('img, b i, bdi *').length"))
                .isZero();
        assertThat(browser.text("#found .card")).contains(SampleRun.SCRIPT).contains(SampleRun.HOSTILE.get(1));
        assertThat(browser.text("#changes .examples")).contains(SampleRun.SCRIPT);
        assertThat(browser.text("#sweep h2")).contains(SampleRun.SCRIPT);
        assertThat(browser.text("#found .legend")).contains(SampleRun.HOSTILE.get(2));
    }

    @Test
    void anExampleTellsWhatHappened() {
        browser.open(page, DESK);
        browser.value("document.querySelectorAll('.example details').forEach((one) => (one.open = true))");
        assertThat(browser.text("#changes .examples"))
                .contains("What happened (1 events)", "2022-08-01 12:00:00", "HEARTBEAT " + SampleRun.SCRIPT);
    }

    @Test
    void aLongNameIsShortenedAndItsTitleHasAllOfIt() {
        browser.open(page, PHONE);
        String long1 = "document.querySelector('#found bdi[title^=xxxx]')";
        assertThat(browser.number(long1 + ".textContent.length")).isEqualTo(64);
        assertThat(browser.number(long1 + ".title.length")).isEqualTo(10_000);
    }

    @Test
    void aMarkThatTurnsTextAroundIsShownAndTurnsNothing() {
        browser.open(page, DESK);
        assertThat(
                        browser.number(
                                "Array.from(document.querySelectorAll('bdi'))"
                                        + ".filter((one) => one.title.includes('\\u202e') && one.textContent.startsWith('\\ufffd')).length"))
                .isPositive();
        assertThat(browser.number("Array.from(document.querySelectorAll('main *'))"
                        + ".filter((one) => one.textContent.includes('\\u202e')).length"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1280,en,light", "1280,zh,dark", "390,en,dark", "390,zh,light"})
    void nothingIsWiderThanTheScreen(int width, String language, String theme) {
        browser.open(page, width);
        browser.value("location.replace('#lang=" + language + "&theme=" + theme + "')");
        browser.reload();
        assertThat(browser.value("document.documentElement.dataset.theme")).isEqualTo(theme);
        browser.value("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        assertThat(browser.number(OVERFLOW)).isZero();
    }

    @Test
    void theLanguageIsChangedAndKeptInTheAddress() {
        browser.open(page, DESK);
        assertThat(browser.text("h1")).isEqualTo("Backtest report");
        browser.click("#language");
        browser.reload();
        assertThat(browser.text("h1")).isEqualTo("回测报告");
        assertThat(browser.value("document.documentElement.lang")).isEqualTo("zh-CN");
        browser.click("#language");
        assertThat(browser.text("h1")).isEqualTo("Backtest report");
    }

    @Test
    void theThemeIsChangedAndKeptInTheAddress() {
        browser.open(page, DESK);
        Object light = browser.value("getComputedStyle(document.body).backgroundColor");
        browser.click("#theme");
        browser.reload();
        Object dark = browser.value("getComputedStyle(document.body).backgroundColor");
        assertThat(dark).isNotEqualTo(light).isEqualTo("rgb(17, 21, 27)");
        assertThat(browser.number(FEWEST_MARKS)).isGreaterThan(1_000);
    }

    @Test
    void whatPeopleDecidedIsTold() {
        browser.open(page, DESK);
        assertThat(browser.text("#labels tbody")).startsWith("in force").endsWith("1 0 0 0 100% 100%");
    }

    @Test
    void whatThePointerIsOnIsTold() {
        browser.open(page, DESK);
        browser.hover("#candidate .chart canvas");
        assertThat(browser.text("#candidate .tip")).matches("(?s).+\n(added|changed|removed)\n[\\d,]+.*");
    }

    @Test
    void itIsWorkedByKeys() {
        browser.open(page, DESK);
        browser.press(Keys.TAB, Keys.ENTER);
        assertThat(browser.text("h1")).isEqualTo("回测报告");
        browser.press(Keys.TAB, Keys.SPACE);
        assertThat(browser.value("document.documentElement.dataset.theme")).isEqualTo("dark");
    }

    @Test
    void aRuleIsHiddenByItsNameInTheLegend() {
        browser.open(page, DESK);
        String chart = "document.querySelector('#found .chart canvas').toDataURL()";
        Object before = browser.value(chart);
        browser.click("#found .legend button");
        assertThat(browser.value(chart)).isNotEqualTo(before);
        browser.click("#found .legend button");
        assertThat(browser.value(chart)).isEqualTo(before);
    }

    @Test
    void itIsPrintedLightAndThenAsItWas() {
        browser.open(page, DESK);
        browser.click("#theme");
        assertThat(browser.printed()).hasSizeGreaterThan(20_000);
        assertThat(browser.value("document.documentElement.dataset.theme")).isEqualTo("dark");
    }
}
