package io.xunjian.console.webhook;

import io.xunjian.console.store.Database;
import io.xunjian.console.store.DatabaseSettings;
import java.util.UUID;

final class H2DispatcherTest extends DispatcherContract {

    @Override
    Database database() {
        return Database.open(new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4));
    }
}
