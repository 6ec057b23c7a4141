package io.xunjian.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.console.SettingsRejected;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One desk for all tests in a browser, which take a second each and a quarter of a minute to start. */
final class SharedDesk implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    /** Who is not signed in is told so, and the browser calls that an error. */
    private static final String NOT_SIGNED_IN = ".*/api/(session|stream) - Failed to load resource: .* 401 .*";

    @Override
    public void beforeEach(ExtensionContext context) {
        desk(context).browser.width(Browser.DESK);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = desk(context).browser;
        assertThat(browser.complaints()).allMatch(complaint -> complaint.matches(NOT_SIGNED_IN));
        assertThat(browser.texts("window.ran")).isEmpty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return List.of(Desk.class, Browser.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Desk desk = desk(context);
        return parameter.getParameter().getType() == Desk.class ? desk : desk.browser;
    }

    private static Desk desk(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Desk.class, type -> started(), Desk.class);
    }

    private static Desk started() {
        try {
            return Desk.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException | ExecutionException | SettingsRejected e) {
            throw new IllegalStateException(e);
        }
    }
}
