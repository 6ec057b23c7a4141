package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.xunjian.console.testing.SampleAlert;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Finding what to decide, and deciding it. */
@ExtendWith(SharedDesk.class)
final class TriageIT {

    private static final String LISTED =
            "[...document.querySelectorAll('.row [data-alert]')].map((one) => one.dataset.alert)";

    @Test
    void aListIsNarrowedByWordAndByFacet(Desk desk, Browser browser) throws Exception {
        desk.send(
                "shop:NARROW",
                3,
                alert("NARROW", 1),
                alert("NARROW", 2).severity("EXTREME"),
                alert("NARROW", 3).severity("EXTREME").rule("CS_UNREACHABLE"));
        desk.open("/alerts");
        browser.write("#search", "shop:NARROW" + Keys.ENTER);
        browser.await(LISTED + ".length === 3");
        browser.click(".facet-value", "Extreme");
        browser.await(LISTED + ".length === 2");
        assertThat(browser.value("document.getElementById('search').value")).isEqualTo("shop:NARROW severity:extreme");
        browser.click(".facet-value", "Late shipment");
        browser.await(LISTED + ".join() === 'NARROW:2'");

        browser.reload();
        browser.await(LISTED + ".join() === 'NARROW:2'");
        browser.back();
        browser.await(LISTED + ".length === 2");
        assertThat(browser.value("document.getElementById('search').value")).isEqualTo("shop:NARROW severity:extreme");
        browser.back();
        browser.await(LISTED + ".length === 3");
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndTheListStays(Desk desk, Browser browser) throws Exception {
        desk.send("shop:STAYS", 1, alert("STAYS", 1));
        desk.open("/alerts?q=shop:STAYS");
        browser.write("#search", "colour:red " + Keys.ENTER);
        browser.await(".search-fault", "colour");
        assertThat(browser.texts(LISTED)).containsExactly("STAYS:1");
    }

    @Test
    void anAlertIsAcknowledgedClosedAndOpenedAgainByUndo(Desk desk, Browser browser) throws Exception {
        desk.send("shop:CLOSING", 2, alert("CLOSING", 1), alert("CLOSING", 2));
        desk.open("/alerts?q=shop:CLOSING");
        browser.click("[data-alert=\"CLOSING:1\"]");
        browser.await(".panel .reason", "O-CLOSING:1");
        browser.click(".buttons button", "Acknowledge");
        browser.await(".toast", "1 acknowledged");
        browser.await(".panel-marks", "Acknowledged");
        browser.await("document.querySelectorAll('.decisions li, .panel ol li').length > 0");

        browser.click(".buttons button", "Close");
        browser.click("dialog .choice", "False positive");
        browser.write("dialog textarea", "the parcel was there");
        browser.click("dialog button.primary");
        browser.await(".toast", "1 closed");
        browser.await(".panel-marks", "False positive");
        browser.await(".decision-text", "the parcel was there");
        assertThat(row(desk, "CLOSING:1").path("outcome").asText()).isEqualTo("FALSE_POSITIVE");
        assertThat(row(desk, "CLOSING:1").path("assignee").isNull()).isTrue();

        browser.click(".toast button", "Undo");
        browser.await(".toast", "Undone");
        browser.await(".panel-marks", "Acknowledged");
        assertThat(row(desk, "CLOSING:1").path("deskState").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(row(desk, "CLOSING:1").path("outcome").isNull()).isTrue();
    }

    @Test
    void anAlertIsAssignedAndNoted(Desk desk, Browser browser) throws Exception {
        desk.send("shop:OURS", 1, alert("OURS", 1));
        desk.open("/alerts?q=shop:OURS&alert=OURS:1");
        browser.click(".buttons button", "Assign…");
        browser.click("dialog button.primary");
        browser.await(".toast", "1 assigned");
        browser.await(".row .assignee, .panel", "admin");
        browser.write(".note textarea", "asked the shop");
        browser.click(".note button");
        browser.await(".decision-text", "asked the shop");
        assertThat(row(desk, "OURS:1").path("assignee").asText()).isEqualTo("admin");

        browser.open(desk.url("/alerts?q=assignee:me"));
        browser.await(LISTED + ".includes('OURS:1')");
    }

    @Test
    void whatIsMutedLeavesWhatIsToDo(Desk desk, Browser browser) throws Exception {
        desk.send("shop:QUIET", 2, alert("QUIET", 1), alert("QUIET", 2).rule("CS_UNREACHABLE"));
        desk.open("/alerts?q=" + "desk:new is:unmuted shop:QUIET".replace(" ", "%20") + "&alert=QUIET:1");
        browser.click(".buttons button", "Mute");
        browser.write("dialog textarea", "a known fault of the carrier");
        browser.click("dialog button.primary");
        browser.await(".toast", "Muted");
        browser.await(".buttons", "Unmute");
        browser.press("r");
        browser.await(LISTED + ".join() === 'QUIET:2'");
        desk.open("/mutes");
        browser.await("main td", "a known fault of the carrier");

        desk.send("shop:QUIET", 3, alert("QUIET", 3));
        assertThat(row(desk, "QUIET:3").path("mutedUntil").asLong()).isPositive();
        browser.click("main button", "Unmute");
        browser.await(".toast", "Unmuted");
        assertThat(row(desk, "QUIET:3").path("mutedUntil").asLong()).isZero();
    }

    @Test
    void allOfAFilterAreDecidedAtOnce(Desk desk, Browser browser) throws Exception {
        SampleAlert[] many = new SampleAlert[120];
        for (int i = 0; i < many.length; i++) {
            many[i] = alert("MANY", i);
        }
        desk.send("shop:MANY", 120, many);
        desk.open("/alerts?q=shop:MANY");
        browser.click(".row-head input");
        browser.click(".bulk button", "all 120");
        browser.click(".bulk button", "Acknowledge");
        browser.await(".toast", "120 acknowledged");
        desk.awaitCount("shop:MANY desk:acknowledged", 120);
        browser.await(
                "[...document.querySelectorAll('.row')].every((one) => one.textContent.includes('Acknowledged'))");
    }

    @Test
    void everyDecisionIsInTheAudit(Desk desk, Browser browser) throws Exception {
        desk.send("shop:AUDITED", 1, alert("AUDITED", 1));
        desk.open("/alerts?q=shop:AUDITED&alert=AUDITED:1");
        browser.click(".buttons button", "Assign to me");
        browser.await(".toast", "1 assigned");
        browser.click(".pages a", "Audit");
        browser.await("main tr", "AUDITED:1");
        List<String> lines = browser.texts("[...document.querySelectorAll('tbody tr')].map((one) => one.textContent)");
        assertThat(lines.get(0)).contains("admin", "AUDITED:1");
    }

    private static JsonNode row(Desk desk, String id) throws IOException, InterruptedException {
        return desk.admin.get("/api/alerts/" + id).json().path("row");
    }

    private static SampleAlert alert(String shop, int number) {
        return SampleAlert.open(shop + ":" + number).about("SHOP", shop).raised(SampleAlert.NOON - number * 1_000L);
    }
}
