package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.access.Visitor;
import io.xunjian.console.testing.SampleAlert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Coming and going. */
@ExtendWith(SharedDesk.class)
final class FirstVisitIT {

    private static final String PASSWORD = "a long way to the sea";

    @BeforeEach
    @AfterEach
    void nobodyIsSignedIn(Desk desk, Browser browser) {
        browser.open(desk.url("/icon.svg"));
        browser.forget();
        browser.open(desk.url("/"));
        browser.await("document.querySelector('.sign-in')");
    }

    @Test
    void whoSignsInWithTheFirstPasswordSeesWhatIsToDo(Desk desk, Browser browser) throws Exception {
        desk.send("shop:VISIT", 1, SampleAlert.open("VISIT:1").about("SHOP", "VISIT"));
        browser.write("input[autocomplete=username]", "admin");
        browser.write("input[type=password]", "not the password");
        browser.click("button.primary");
        browser.await(".fault", "Name or password is wrong");
        desk.signIn("admin", desk.firstPassword());

        browser.await("[data-alert=\"VISIT:1\"]", "Late shipment");
        assertThat(browser.value("location.pathname")).isEqualTo("/alerts");
        browser.await(".top-health", "Up to date");
        assertThat(browser.text(".who")).isEqualTo("admin");
    }

    @Test
    void whoSignsOutSeesNothingAnyMoreNotEvenByGoingBack(Desk desk, Browser browser) {
        desk.open("/alerts");
        browser.click(".who");
        browser.click("main button", "Sign out");
        browser.await("document.querySelector('.sign-in')");
        browser.back();
        browser.await("document.querySelector('.sign-in')");
        assertThat(browser.value("document.querySelector('.top')")).isNull();
    }

    @Test
    void aLinkLeadsWhereItShouldAfterTheSignIn(Desk desk, Browser browser) {
        browser.open(desk.url("/rules/LATE_SHIPMENT"));
        desk.signIn("admin", desk.firstPassword());
        browser.await("h1", "Late shipment");
    }

    @Test
    void whoChangesThePasswordGoesOnDeciding(Desk desk, Browser browser) throws Exception {
        user(desk, "zhao", "ANALYST");
        desk.send("shop:RENEWED", 1, SampleAlert.open("RENEWED:1").about("SHOP", "RENEWED"));
        desk.signIn("zhao", PASSWORD);
        browser.click(".who");
        browser.write("form input[autocomplete=current-password]", PASSWORD);
        browser.write("form label:nth-of-type(2) input", PASSWORD + " and back");
        browser.write("form label:nth-of-type(3) input", PASSWORD + " and back");
        browser.click("form button.primary");
        browser.await(".toast", "changed");

        browser.click(".pages a", "Alerts");
        browser.click("[data-alert=\"RENEWED:1\"]");
        browser.click(".buttons button", "Acknowledge");
        browser.await(".toast", "1 acknowledged");
        assertThat(desk.visitor().signIn("zhao", PASSWORD).status()).isEqualTo(401);
        assertThat(desk.visitor().signIn("zhao", PASSWORD + " and back").status())
                .isEqualTo(200);
    }

    @Test
    void aViewerIsOfferedNothingToDecide(Desk desk, Browser browser) throws Exception {
        user(desk, "qian", "VIEWER");
        desk.send("shop:SEEN", 1, SampleAlert.open("SEEN:1").about("SHOP", "SEEN"));
        desk.signIn("qian", PASSWORD);
        browser.click("[data-alert=\"SEEN:1\"]");
        browser.await(".panel .reason", "O-SEEN:1");
        browser.press("a");
        assertThat(browser.number("document.querySelectorAll('.buttons, .note, .row input').length"))
                .isZero();
        assertThat(browser.texts("[...document.querySelectorAll('.pages a')].map((one) => one.textContent)"))
                .doesNotContain("Users", "Webhooks");
        browser.open(desk.url("/users"));
        browser.await("main", "Your role does not allow");
    }

    private static void user(Desk desk, String name, String role) throws Exception {
        Visitor.Answer made = desk.admin.post(
                "/api/users",
                "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(made.status()).isIn(201, 409);
    }
}
