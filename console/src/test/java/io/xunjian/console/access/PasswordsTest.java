package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {

    private final Passwords passwords = new Passwords(4);

    @Test
    void onlyThePasswordItselfFits() {
        Optional<String> hash = Optional.of(passwords.hash("correct horse battery"));

        assertThat(passwords.fits("correct horse battery", hash)).isTrue();
        assertThat(passwords.fits("correct horse batterz", hash)).isFalse();
        assertThat(passwords.fits("correct horse battery ", hash)).isFalse();
        assertThat(passwords.fits("", hash)).isFalse();
    }

    /** Plain bcrypt would take both for the same. */
    @Test
    void passwordsThatDifferPast72BytesAreDifferent() {
        String longOne = "店".repeat(24);

        assertThat(passwords.fits(longOne + "b", Optional.of(passwords.hash(longOne + "a"))))
                .isFalse();
        assertThat(passwords.fits(longOne + "a", Optional.of(passwords.hash(longOne + "a"))))
                .isTrue();
        assertThat(passwords.fits(longOne, Optional.of(passwords.hash(longOne + "a"))))
                .isFalse();
    }

    @Test
    void nothingFitsWhereThereIsNoPassword() {
        assertThat(passwords.fits("correct horse battery", Optional.empty())).isFalse();
    }

    @Test
    void theSamePasswordIsNeverHashedAlike() {
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(passwords.hash("correct horse battery"));
    }

    @Test
    void theHashSaysItsCost() {
        assertThat(passwords.hash("correct horse battery"))
                .startsWith("$2a$04$")
                .hasSize(60);
    }
}
