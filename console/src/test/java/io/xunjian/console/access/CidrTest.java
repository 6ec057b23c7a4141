package io.xunjian.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false",
        "::/0, 8.8.8.8, false",
        "fd00::/8, fdff::1, true",
        "fd00::/8, fe00::1, false",
        "::1, ::1, true",
    })
    void aRangeHoldsWhatHasItsFirstBits(String range, String address, boolean holds) {
        assertThat(Cidr.parse(range).contains(Cidr.address(address))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "::1/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.256",
                "1"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerOnEveryAddressIsCalledByAnyAddressButByNoName() {
        Hosts hosts = new Hosts("0.0.0.0", Optional.empty());

        assertThat(hosts.knows("192.168.1.7:8088")).isTrue();
        assertThat(hosts.knows("[fd00::7]:8088")).isTrue();
        assertThat(hosts.knows("desk.example:8088")).isFalse();
        assertThat(hosts.knows("1")).isFalse();
        assertThat(hosts.knows("")).isFalse();
        assertThat(hosts.knows(null)).isFalse();
    }
}
