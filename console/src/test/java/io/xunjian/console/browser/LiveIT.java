package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.testing.SampleAlert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens while one looks. */
@ExtendWith(SharedDesk.class)
final class LiveIT {

    /** Each row with its place on the screen. */
    private static final String PLACES =
            "[...document.querySelectorAll('.row')].map((row) => row.querySelector('[data-alert]').dataset.alert"
                    + " + '@' + row.getBoundingClientRect().top)";

    @Test
    void newAlertsAreCountedAndNoRowMovesUntilTheyAreAskedFor(Desk desk, Browser browser) throws Exception {
        desk.send("shop:LIVE", 2, alert(1), alert(2));
        desk.open("/alerts?q=shop:LIVE");
        browser.await("document.querySelectorAll('.row').length === 2");
        List<String> before = browser.settledTexts(PLACES);

        desk.send("shop:LIVE", 3, alert(3));
        browser.await(".pill", "1 new alert");
        desk.send("shop:LIVE", 4, alert(4));
        browser.await(".pill", "2 new alerts");
        assertThat(browser.texts(PLACES)).isEqualTo(before);
        assertThat(browser.value("document.title").toString()).startsWith("(2) ");

        browser.click(".pill");
        browser.await("document.querySelectorAll('.row').length === 4");
        assertThat(browser.value("document.querySelector('[data-alert]').dataset.alert"))
                .isEqualTo("LIVE:4");
        assertThat(browser.value("document.querySelector('.pill')")).isNull();
    }

    @Test
    void whatChangesIsChangedWhereItStands(Desk desk, Browser browser) throws Exception {
        desk.send("shop:CURES", 2, cures(1), cures(2));
        desk.open("/alerts?q=shop:CURES&alert=CURES:1");
        browser.await(".panel-marks", "Open");
        List<String> before = browser.settledTexts(PLACES);

        desk.send("shop:CURES status:cured", 1, cures(1).cured(SampleAlert.NOON + 3_600_000));
        browser.await(".panel-marks", "Cured late");
        browser.await(".row.is-open", "Cured late");
        assertThat(browser.texts(PLACES)).isEqualTo(before);
        assertThat(browser.value("document.querySelector('.pill')")).isNull();
    }

    /** A browser has six connections to a server: a seventh page would wait for ever. */
    @Test
    void aPageThatIsLeftHoldsNoConnection(Desk desk, Browser browser) {
        for (int i = 0; i < 8; i++) {
            desk.open(i % 2 == 0 ? "/rules" : "/mutes");
        }
        browser.back();
        browser.await("h1", "Rules");
        browser.click(".pages a", "Audit");
        browser.await("h1", "Audit");
        browser.await("!document.querySelector('.waiting')");
    }

    @Test
    void manyPagesHearOneStreamAndTheNextHoldsItWhenTheFirstIsLeft(Desk desk, Browser browser) throws Exception {
        desk.send("shop:BESIDE", 1, beside(1));
        desk.open("/alerts?q=shop:BESIDE");
        for (int i = 1; i < 9; i++) {
            browser.openBeside(desk.url("/alerts?q=shop:BESIDE"));
            browser.await("document.querySelectorAll('.row').length === 1");
        }
        desk.send("shop:BESIDE", 2, beside(2));
        browser.await(".pill", "1 new alert");

        browser.turnTo(0);
        browser.await(".pill", "1 new alert");
        browser.open("about:blank");
        browser.turnTo(8);
        desk.send("shop:BESIDE", 3, beside(3));
        browser.await(".pill", "2 new alerts");
        browser.closeOthers();
    }

    @Test
    void whatOthersDecideIsSeenAtOnce(Desk desk, Browser browser) throws Exception {
        desk.send("shop:OTHERS", 1, SampleAlert.open("OTHERS:1").about("SHOP", "OTHERS"));
        desk.open("/alerts?q=shop:OTHERS");
        browser.await(".row", "New");
        desk.admin.post("/api/decisions", "{\"kind\":\"CLOSE\",\"outcome\":\"CONFIRMED\",\"alertIds\":[\"OTHERS:1\"]}");
        browser.await(".row", "Confirmed");
    }

    private static SampleAlert alert(int number) {
        return SampleAlert.open("LIVE:" + number).about("SHOP", "LIVE").raised(SampleAlert.NOON + number);
    }

    private static SampleAlert beside(int number) {
        return SampleAlert.open("BESIDE:" + number).about("SHOP", "BESIDE").raised(SampleAlert.NOON + number);
    }

    private static SampleAlert cures(int number) {
        return SampleAlert.open("CURES:" + number).about("SHOP", "CURES");
    }
}
