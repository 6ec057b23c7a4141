package io.xunjian.console.feed;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class H2StoreTest extends StoreContract {

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseSettings("jdbc:h2:mem:store" + System.nanoTime(), "sa", "", 5));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
