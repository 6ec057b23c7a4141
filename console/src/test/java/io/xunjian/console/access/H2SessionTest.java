package io.xunjian.console.access;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import java.util.UUID;

final class H2SessionTest extends SessionContract {

    @Override
    Database database() {
        return Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4));
    }
}
