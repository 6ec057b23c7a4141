package io.xunjian.console.access;

import java.util.Optional;

/**
 * A user as the database has it.
 *
 * @param passwordHash empty where a proxy signs in
 * @param signedInAt epoch ms; empty where never
 */
record Account(
        String name,
        Role role,
        Optional<String> passwordHash,
        boolean disabled,
        long createdAt,
        Optional<Long> signedInAt) {

    User user() {
        return new User(name, role);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return name + " as " + role;
    }
}
