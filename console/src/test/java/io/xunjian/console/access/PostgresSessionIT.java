package io.xunjian.console.access;

import io.xunjian.console.store.Database;
import io.xunjian.console.testing.PostgresServer;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresSessionIT extends SessionContract {

    private static PostgresServer server;
    private static int count;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Database database() throws SQLException {
        return Database.open(server.create("test" + count++));
    }
}
