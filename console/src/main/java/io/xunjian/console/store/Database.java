package io.xunjian.console.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The console's database: a view of the topics that may be lost at any time. H2 in a file, or PostgreSQL. */
public final class Database implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:io/xunjian/console/migrations";

    private static final int CACHE_KIB = 64 << 10;

    /** Compiling a query takes PostgreSQL longer than ours run; and an index that is in order is cheaper than it thinks. */
    private static final String FOR_SHORT_QUERIES = "SET jit = off; SET random_page_cost = 1.1";

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private Database(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @throws RuntimeException where the database does not answer or its schema is of a newer release
     */
    public static Database open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        boolean isPostgres = settings.url().startsWith("jdbc:postgresql:");
        config.setJdbcUrl(isPostgres ? settings.url() : embedded(settings.url()));
        if (isPostgres) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.setConnectionInitSql(FOR_SHORT_QUERIES);
        }
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        HikariDataSource connections = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(connections)
                .locations(MIGRATIONS)
                .placeholders(types(settings.url()))
                .load()
                .migrate();
        return new Database(connections);
    }

    /** Text by its bytes in both: PostgreSQL would order it by a language, which no range of a prefix follows. */
    private static Map<String, String> types(String url) {
        return url.startsWith("jdbc:postgresql:")
                ? Map.of("id", "TEXT COLLATE \"C\"", "text", "TEXT", "bytes", "BYTEA")
                : Map.of("id", "VARCHAR", "text", "VARCHAR", "bytes", "VARBINARY");
    }

    /**
     * A writer waits for the one before it; two seconds, H2's own limit, are less than a large batch may take. H2's own cache, 16
     * MiB in a heap of 256, holds no index of a million alerts.
     */
    private static String embedded(String url) {
        String patient = url.contains("LOCK_TIMEOUT") ? url : url + ";LOCK_TIMEOUT=60000";
        return url.contains("CACHE_SIZE") ? patient : patient + ";CACHE_SIZE=" + CACHE_KIB;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        connections.close();
    }
}
