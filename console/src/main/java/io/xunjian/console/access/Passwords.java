package io.xunjian.console.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Hashes passwords by bcrypt. Past 72 bytes, where bcrypt stops to look, their SHA-512 takes their place. */
final class Passwords {

    static final int SHORTEST = 12;
    /** In characters. */
    static final int LONGEST = 200;

    private static final Version VERSION = Version.VERSION_2A;
    private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);
    /** So many at once; a flood of sign-ins must not take the machine. */
    private static final int AT_ONCE = 2;

    /** So many may wait for that; the rest is sent away, for each holds a thread of the server. */
    private static final int WAITING = 8;

    private final int cost;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    /**
     * Hashes with 2^{@code cost} rounds.
     *
     * @param cost 11 or more where people sign in
     */
    Passwords(int cost) {
        this.cost = cost;
        this.nobodys = hash(new Secrets().password());
    }

    /** What is wrong with a new password; empty where nothing is. */
    static Optional<String> fault(String name, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (password.codePoints().distinct().count() < 5
                || password.toLowerCase(Locale.ROOT).contains(name)) {
            return Optional.of("This password is guessed at once.");
        }
        return Optional.empty();
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return BCrypt.with(VERSION, LONG).hashToString(cost, password.toCharArray());
        } finally {
            turns.release();
        }
    }

    /**
     * Whether the password is the one of {@code hash}. Takes as long where there is no hash to compare with.
     *
     * @throws io.javalin.http.HttpResponseException where too many ask at once
     */
    boolean fits(String password, Optional<String> hash) {
        if (turns.getQueueLength() >= WAITING) {
            throw Refusal.tooMany("Too many sign in at once.");
        }
        turns.acquireUninterruptibly();
        try {
            boolean fits = BCrypt.verifyer(VERSION, LONG).verify(password.toCharArray(), hash.orElse(nobodys)).verified;
            return fits && hash.isPresent();
        } finally {
            turns.release();
        }
    }
}
