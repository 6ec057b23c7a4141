package io.xunjian.cli;

import io.xunjian.backtest.LabelsRejected;
import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.rest.ClusterSilent;
import io.xunjian.jobs.SettingsRejected;
import io.xunjian.replay.TooBigForMemory;
import io.xunjian.rules.book.BookRejected;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: in one line each what a user can mend, in full what is our own fault. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof BookRejected rejected) {
            err.println("The rule book has faults:");
            rejected.faults().forEach(fault -> err.println("  " + fault));
            return Main.REFUSED;
        }
        if (failure instanceof SettingsRejected rejected) {
            rejected.faults().forEach(fault -> err.println("xunjian: " + fault));
            return Main.REFUSED;
        }
        if (failure instanceof io.xunjian.console.SettingsRejected rejected) {
            rejected.faults().forEach(fault -> err.println("xunjian: " + fault));
            return Main.REFUSED;
        }
        if (failure instanceof LabelsRejected rejected) {
            rejected.faults().forEach(fault -> err.println("xunjian: " + fault));
            return Main.REFUSED;
        }
        if (failure instanceof CannotStart || failure instanceof TooBigForMemory) {
            err.println("xunjian: " + failure.getMessage());
            return Main.FAILED;
        }
        if (failure instanceof ClusterSilent) {
            err.println("xunjian: " + failure.getMessage());
            return Main.REFUSED;
        }
        if (failure instanceof IOException) {
            err.println("xunjian: " + failure.getMessage());
            return Main.FAILED;
        }
        failure.printStackTrace(err);
        err.println("xunjian: this is a fault of the program; please report it with the lines above.");
        return Main.FAILED;
    }
}
