package io.xunjian.console.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointerTest {

    @Test
    void anAlertOfSeveralKeysIsPointedToOnce() {
        try (Database database = Database.open(new DatabaseSettings("jdbc:h2:mem:pointers", "sa", "", 2))) {
            List<Long> numbers = database.jdbi().withHandle(handle -> {
                handle.execute("INSERT INTO alert_key (key_value, alert_no) VALUES ('K1', 7), ('K2', 7), ('K2', 8)");
                Sql keys =
                        new Sql().add("SELECT alert_no FROM alert_key WHERE ").in("key_value", List.of("K1", "K2"));
                return new Pointer(List.of(keys))
                        .all()
                        .query(handle)
                        .mapTo(Long.class)
                        .list();
            });
            assertThat(numbers).containsExactlyInAnyOrder(7L, 8L);
        }
    }
}
