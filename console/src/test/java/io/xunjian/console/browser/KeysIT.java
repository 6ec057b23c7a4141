package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.testing.SampleAlert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Deciding without a mouse. */
@ExtendWith(SharedDesk.class)
final class KeysIT {

    private static final String CURRENT = "document.querySelector('.row.is-current [data-alert]').dataset.alert";
    private static final String OPEN = "new URLSearchParams(location.search).get('alert')";

    @Test
    void aWholeShiftIsWorkedByKeys(Desk desk, Browser browser) throws Exception {
        desk.send("shop:KEYS", 3, alert(1), alert(2), alert(3));
        desk.open("/alerts?q=shop:KEYS");
        browser.await(CURRENT + " === 'KEYS:1'");
        browser.press("j");
        browser.await(CURRENT + " === 'KEYS:2'");
        browser.press("j", "k", "o");
        browser.await(".panel .reason", "O-KEYS:2");
        browser.press("a");
        browser.await(".panel-marks", "Acknowledged");
        browser.press("d");
        browser.await(".toast", "1 assigned");
        browser.press("e");
        browser.await("document.querySelector('dialog[open]')");
        browser.press("3");
        browser.await("dialog .choice.is-chosen", "False positive");
        browser.press(Keys.ENTER);
        browser.await(".panel-marks", "False positive");
        browser.press("u");
        browser.await(".toast", "Undone");
        browser.await(".panel-marks", "Acknowledged");
        browser.press("j");
        browser.await(OPEN + " === 'KEYS:3'");
        browser.press(Keys.ESCAPE);
        browser.await("!document.querySelector('.panel')");
        browser.press("x");
        browser.await(".bulk", "1 selected");
    }

    @Test
    void keysRestWhileOneWritesAndTheHelpNamesThem(Desk desk, Browser browser) throws Exception {
        desk.send("shop:HELP", 1, SampleAlert.open("HELP:1").about("SHOP", "HELP"));
        desk.open("/alerts?q=shop:HELP");
        browser.await("document.querySelectorAll('.row').length === 1");
        browser.press("/");
        browser.press("jao?");
        assertThat(browser.value("document.getElementById('search').value")).isEqualTo("shop:HELPjao?");
        browser.press(Keys.ESCAPE, Keys.ESCAPE);
        browser.await("document.activeElement !== document.getElementById('search')");
        browser.press("?");
        browser.await("dialog[open]", "Acknowledge");
        browser.press(Keys.ESCAPE);
        browser.await("!document.querySelector('dialog')");
        assertThat(desk.admin
                        .get("/api/alerts/HELP:1")
                        .json()
                        .at("/row/deskState")
                        .asText())
                .isEqualTo("NEW");
    }

    private static SampleAlert alert(int number) {
        return SampleAlert.open("KEYS:" + number).about("SHOP", "KEYS").raised(SampleAlert.NOON - number);
    }
}
