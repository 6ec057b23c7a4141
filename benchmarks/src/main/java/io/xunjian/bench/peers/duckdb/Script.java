package io.xunjian.bench.peers.duckdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The SQL beside this class, and the variables that it reads. */
final class Script {

    private Script() {}

    static void set(String variable, String value, Connection database) throws SQLException {
        try (PreparedStatement set = database.prepareStatement("SET VARIABLE " + variable + " = ?")) {
            set.setString(1, value);
            set.execute();
        }
    }

    /** Runs all statements of a file, in order. */
    static void run(String file, Connection database) throws IOException, SQLException {
        try (InputStream sql = Script.class.getResourceAsStream(file);
                Statement statement = database.createStatement()) {
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
