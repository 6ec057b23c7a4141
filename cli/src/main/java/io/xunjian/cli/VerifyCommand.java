package io.xunjian.cli;

import io.xunjian.backtest.verify.Verification;
import io.xunjian.backtest.verify.Verification.Rejection;
import io.xunjian.backtest.verify.Verifier;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.rules.Instants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes alerts again from what they rest on. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Computes each alert again from its evidence and from all events of its key, and compares every field.",
            "Names each alert that does not hold, with what is wrong in it.",
            "Exit codes: 0 all hold; 1 some do not; 2 refused."
        },
        sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ALERTS", description = "alerts.jsonl or alerts.jsonl.gz, as a backtest writes it.")
    private Path alerts;

    @Mixin
    private EventsOptions options;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws SettingsRejected, IOException {
        List<String> faults = new ArrayList<>();
        if (!Files.isRegularFile(alerts)) {
            faults.add("ALERTS: there is no file " + alerts);
        }
        EventsOptions.History history = options.open(faults);
        Verification verification = Verifier.verify(alerts, history.files(), history.until(), history.book());
        System.out.print(isJson ? verification.json() + '\n' : text(verification));
        return verification.rejected().isEmpty() ? 0 : Main.FAILED;
    }

    private static String text(Verification verification) {
        StringBuilder text = new StringBuilder();
        for (Rejection rejection : verification.rejected()) {
            text.append("rejected, line ").append(rejection.line()).append(": ");
            text.append(rejection.alertId())
                    .append(": ")
                    .append(rejection.why())
                    .append('\n');
        }
        String asOf =
                verification.horizon() == Instants.BEFORE_ALL ? "nothing" : Instants.readable(verification.horizon());
        return text.append(String.format(
                        "%,d alerts, judged as of %s (Asia/Shanghai): %,d hold by their evidence alone, %,d by all events"
                                + " of their key, %,d rejected%n",
                        verification.alerts(),
                        asOf,
                        verification.byEvidence(),
                        verification.byKey(),
                        verification.rejected().size()))
                .toString();
    }
}
