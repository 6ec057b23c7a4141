package io.xunjian.backtest.report;

import io.xunjian.rules.book.RuleBook;
import io.xunjian.rules.files.OutFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What a backtest found, as one page for people: {@code report.html}. It opens from disk and loads nothing. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes the page of a run that has ended, from its other files.
     *
     * @param book whose names the rules are called by
     */
    public static void write(OutFolder out, RuleBook book) throws IOException {
        String page = Page.of(ReportData.of(out, book));
        Files.write(out.unfinished(OutFolder.REPORT), page.getBytes(StandardCharsets.UTF_8));
        out.finish(OutFolder.REPORT);
    }
}
