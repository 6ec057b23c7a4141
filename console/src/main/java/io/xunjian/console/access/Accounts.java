package io.xunjian.console.access;

import io.xunjian.console.store.WriteLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who may sign in. There is always an {@link Role#ADMIN} who is not disabled. */
public final class Accounts {

    private static final String COLUMNS =
            "SELECT name, role, password_hash, disabled, created_at, signed_in_at FROM account";
    private static final String FIRST = "admin";
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final InstantSource clock;

    Accounts(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** All names that may sign in and decide, in order. */
    public List<String> deciders() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name FROM account WHERE NOT disabled AND role <> 'VIEWER' ORDER BY name")
                .mapTo(String.class)
                .list());
    }

    /** Whether the name may sign in and decide. */
    public boolean decides(String name) {
        return find(name)
                .filter(account -> !account.disabled() && account.role().includes(Role.ANALYST))
                .isPresent();
    }

    Optional<Account> find(String name) {
        return jdbi.withHandle(handle -> find(handle, name));
    }

    List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + " ORDER BY name")
                .map((row, ctx) -> account(row))
                .list());
    }

    /** Whether it was made; not where the name is taken. */
    boolean create(String name, Role role, Optional<String> passwordHash) {
        return jdbi.inTransaction(handle -> {
            // One after the other: a proxy's new user comes with several requests at once.
            WriteLock.take(handle);
            return find(handle, name).isEmpty() && insert(handle, name, role, passwordHash) == 1;
        });
    }

    /**
     * Changes what is given. Whoever may do less than before, or has another password, must sign in again.
     *
     * @return empty where there is no such name
     * @throws io.javalin.http.HttpResponseException where no admin would be left
     */
    Optional<Account> change(
            String name, Optional<Role> role, Optional<Boolean> disabled, Optional<String> passwordHash) {
        return jdbi.inTransaction(handle -> {
            List<String> admins = passwordAdmins(handle);
            Optional<Account> before = find(handle, name);
            if (before.isEmpty()) {
                return before;
            }
            Role newRole = role.orElse(before.get().role());
            boolean newDisabled = disabled.orElse(before.get().disabled());
            if (admins.equals(List.of(name)) && (newRole != Role.ADMIN || newDisabled)) {
                throw Refusal.conflict("The last admin stays.");
            }
            handle.createUpdate("UPDATE account SET role = :role, disabled = :disabled,"
                            + " password_hash = COALESCE(:hash, password_hash) WHERE name = :name")
                    .bind("role", newRole.name())
                    .bind("disabled", newDisabled)
                    .bind("hash", passwordHash.orElse(null))
                    .bind("name", name)
                    .execute();
            if (newRole != before.get().role() || newDisabled || passwordHash.isPresent()) {
                Sessions.endAll(handle, name);
            }
            return find(handle, name);
        });
    }

    /** Notes a sign-in by a proxy, which alone knows the role. False where the name is disabled here. */
    boolean seen(User user) {
        Optional<Account> known = find(user.name());
        if (known.isEmpty()) {
            create(user.name(), user.role(), Optional.empty());
            return true;
        }
        Account account = known.get();
        long now = clock.millis();
        if (account.role() != user.role() || account.signedInAt().orElse(0L) < now - SEEN_EVERY.toMillis()) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE account SET role = :role, signed_in_at = :now WHERE name = :name")
                    .bind("role", user.role().name())
                    .bind("now", now)
                    .bind("name", user.name())
                    .execute());
        }
        return !account.disabled();
    }

    /** Gives {@code admin} this password where nobody could sign in and keep users. */
    boolean makeFirst(String passwordHash) {
        return jdbi.inTransaction(handle -> {
            WriteLock.take(handle);
            if (!passwordAdmins(handle).isEmpty()) {
                return false;
            }
            return insert(handle, FIRST, Role.ADMIN, Optional.of(passwordHash)) == 1
                    || handle.createUpdate("UPDATE account SET role = 'ADMIN', disabled = FALSE, password_hash = :hash"
                                            + " WHERE name = :name")
                                    .bind("hash", passwordHash)
                                    .bind("name", FIRST)
                                    .execute()
                            == 1;
        });
    }

    boolean hasAdmin() {
        return !jdbi.withHandle(Accounts::passwordAdmins).isEmpty();
    }

    /** Locked: two admins who demote each other at once would leave none. */
    private static List<String> passwordAdmins(Handle handle) {
        return handle.createQuery("SELECT name FROM account WHERE role = 'ADMIN' AND NOT disabled"
                        + " AND password_hash IS NOT NULL ORDER BY name FOR UPDATE")
                .mapTo(String.class)
                .list();
    }

    private int insert(Handle handle, String name, Role role, Optional<String> passwordHash) {
        return handle.createUpdate(
                        "INSERT INTO account (name, role, password_hash, created_at)"
                                + " SELECT :name, :role, :hash, :now WHERE NOT EXISTS (SELECT 1 FROM account WHERE name = :name)")
                .bind("name", name)
                .bind("role", role.name())
                .bind("hash", passwordHash.orElse(null))
                .bind("now", clock.millis())
                .execute();
    }

    private static Optional<Account> find(Handle handle, String name) {
        return handle.createQuery(COLUMNS + " WHERE name = :name")
                .bind("name", name)
                .map((row, ctx) -> account(row))
                .findOne();
    }

    private static Account account(ResultSet row) throws SQLException {
        long signedInAt = row.getLong("signed_in_at");
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getString("password_hash")),
                row.getBoolean("disabled"),
                row.getLong("created_at"),
                signedInAt == 0 ? Optional.empty() : Optional.of(signedInAt));
    }
}
