package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.testing.SampleAlert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Languages, colours and a phone. */
@ExtendWith(SharedDesk.class)
final class LooksIT {

    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    private static final String GROUND = "getComputedStyle(document.body).backgroundColor";

    @Test
    void theLanguageIsChangedAndKept(Desk desk, Browser browser) {
        desk.open("/alerts");
        browser.click(".top-end button[lang=zh-CN]");
        browser.await(".pages", "预警");
        assertThat(browser.value("document.documentElement.lang")).isEqualTo("zh-CN");
        browser.reload();
        browser.await(".pages", "预警");
        browser.click(".top-end button[lang=en]");
        browser.await(".pages", "Alerts");
    }

    @Test
    void theColoursAreChangedAndKept(Desk desk, Browser browser) {
        desk.open("/alerts");
        Object light = browser.value(GROUND);
        browser.click(".top-end button.icon");
        browser.await("document.documentElement.dataset.theme === 'dark'");
        browser.reload();
        browser.await("document.querySelector('.top')");
        assertThat(browser.value(GROUND)).isNotEqualTo(light);
        browser.click(".top-end button.icon");
        browser.await("document.documentElement.dataset.theme === 'light'");
        assertThat(browser.value(GROUND)).isEqualTo(light);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/alerts?q=shop:PHONE",
                "/alerts?q=shop:PHONE&alert=PHONE:1",
                "/alerts?q=shop:PHONE&group=shop",
                "/overview?days=all",
                "/rules",
                "/rules/LATE_SHIPMENT",
                "/subjects/SHOP/PHONE",
                "/mutes",
                "/audit",
                "/users",
                "/webhooks",
                "/settings"
            })
    void aPhoneIsWideEnough(String path, Desk desk, Browser browser) throws Exception {
        desk.send("shop:PHONE", 1, SampleAlert.open("PHONE:1").about("SHOP", "PHONE"));
        browser.width(Browser.PHONE);
        desk.open(path);
        assertThat(browser.number(OVERFLOW)).isZero();
    }
}
