package io.xunjian.bench.peers.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/**
 * LATE_SHIPMENT as one SQL query of DuckDB over the files of events. A changed promise is left out; a line that is no record
 * ends the run.
 */
public final class LateShipments {

    private LateShipments() {}

    /** What is written of each late shipment. */
    private enum Output {
        /** The nine fields in which two runs must agree. */
        VERDICTS,
        /** All of it. */
        ALERTS
    }

    /**
     * Writes {@code alerts.jsonl}, in the order of raisedAt and alertId.
     *
     * @param args folder of events, folder to write to, {@code verdicts} or {@code alerts}
     */
    public static void main(String[] args) throws IOException, SQLException {
        Path events = Path.of(args[0]);
        Path out = Files.createDirectories(Path.of(args[1]));
        Output output = Output.valueOf(args[2].toUpperCase(Locale.ROOT));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            System.out.println("started");
            Script.set("events", events.toString(), database);
            Script.set("alerts", out.resolve("alerts.jsonl").toString(), database);
            Script.run("acts.sql", database);
            Script.run(output.name().toLowerCase(Locale.ROOT) + ".sql", database);
        }
    }
}
