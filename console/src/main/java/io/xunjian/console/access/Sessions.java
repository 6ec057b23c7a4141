package io.xunjian.console.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who is signed in. A session ends {@link #IDLE} after its last use and {@link #LONGEST} after its start. */
final class Sessions {

    static final Duration IDLE = Duration.ofHours(2);
    static final Duration LONGEST = Duration.ofHours(12);
    /** A use is written this often at most. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Secrets secrets = new Secrets();

    Sessions(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Starts one, and forgets those of anybody that are over. */
    String start(String name) {
        String token = secrets.token();
        long now = clock.millis();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("DELETE FROM signed_in WHERE used_at <= :idle OR started_at <= :longest")
                    .bind("idle", now - IDLE.toMillis())
                    .bind("longest", now - LONGEST.toMillis())
                    .execute();
            handle.createUpdate("INSERT INTO signed_in (token_hash, name, started_at, used_at)"
                            + " VALUES (:hash, :name, :now, :now)")
                    .bind("hash", Secrets.hash(token))
                    .bind("name", name)
                    .bind("now", now)
                    .execute();
            handle.createUpdate("UPDATE account SET signed_in_at = :now WHERE name = :name")
                    .bind("now", now)
                    .bind("name", name)
                    .execute();
        });
        return token;
    }

    /** Whose it is, with the role of this moment; empty where it is over or none. Keeps it from becoming idle. */
    Optional<User> use(String token) {
        long now = clock.millis();
        return jdbi.withHandle(handle -> {
            Optional<Use> use = find(handle, token, now);
            if (use.isPresent() && use.get().at() <= now - NOTED.toMillis()) {
                handle.createUpdate("UPDATE signed_in SET used_at = :now WHERE token_hash = :hash")
                        .bind("now", now)
                        .bind("hash", Secrets.hash(token))
                        .execute();
            }
            return use.map(Use::user);
        });
    }

    /** The same, without using it. */
    Optional<User> find(String token) {
        return jdbi.withHandle(handle -> find(handle, token, clock.millis()).map(Use::user));
    }

    private static Optional<Use> find(Handle handle, String token, long now) {
        return handle.createQuery("SELECT a.name, a.role, s.used_at FROM signed_in s"
                        + " JOIN account a ON a.name = s.name WHERE s.token_hash = :hash AND NOT a.disabled"
                        + " AND s.used_at > :idle AND s.started_at > :longest")
                .bind("hash", Secrets.hash(token))
                .bind("idle", now - IDLE.toMillis())
                .bind("longest", now - LONGEST.toMillis())
                .map((row, ctx) -> new Use(
                        new User(row.getString("name"), Role.valueOf(row.getString("role"))), row.getLong("used_at")))
                .findOne();
    }

    void end(String token) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM signed_in WHERE token_hash = :hash")
                .bind("hash", Secrets.hash(token))
                .execute());
    }

    static void endAll(Handle handle, String name) {
        handle.createUpdate("DELETE FROM signed_in WHERE name = :name")
                .bind("name", name)
                .execute();
    }

    private record Use(User user, long at) {}
}
