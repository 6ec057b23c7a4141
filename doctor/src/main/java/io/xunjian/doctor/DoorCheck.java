package io.xunjian.doctor;

import java.util.List;

/** Whether there is a broker, and whether the client speaks as it does. Says what fits nowhere; one door that fits is enough. */
final class DoorCheck implements Check {

    private static final String PROTOCOL =
            "Set security.protocol=%s in --kafka-properties, or --bootstrap to another port";

    @Override
    public Area area() {
        return Area.KAFKA;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        Brokers brokers = patient.brokers();
        if (brokers.fittingDoor() != null) {
            return List.of();
        }
        return List.of(brokers.doors().stream()
                .filter(Door::isOpen)
                .findFirst()
                .map(door -> misfit(door, brokers))
                .orElseGet(() -> Condition.BROKER_UNREACHABLE.because(
                        "No Kafka broker answers at " + brokers.bootstrap(),
                        "Start one, or set --bootstrap to where it is")));
    }

    private static Ailment misfit(Door door, Brokers brokers) {
        if (!door.isKafka()) {
            return Condition.NOT_KAFKA.because(
                    "What listens at " + door.address() + " is no Kafka broker",
                    "Set --bootstrap to the port of a broker's client listener");
        }
        if (!door.lacking().isEmpty()) {
            return Condition.BROKER_TOO_OLD.because(
                    "The broker at " + door.address() + " is too old for this client: it lacks "
                            + String.join(", ", door.lacking()),
                    "Run Kafka 4.x; 2.1 is the oldest that the client speaks with");
        }
        if (door.hasTls() != brokers.speaksTls()) {
            return door.hasTls()
                    ? Condition.TLS_EXPECTED.because(
                            "The broker at " + door.address() + " speaks TLS, and security.protocol is "
                                    + brokers.protocol(),
                            PROTOCOL.formatted(protocol(door)))
                    : Condition.TLS_NOT_SPOKEN.because(
                            "The broker at " + door.address() + " does not speak TLS, and security.protocol is "
                                    + brokers.protocol(),
                            PROTOCOL.formatted(protocol(door)));
        }
        if (door.wantsSasl() != brokers.saysWhoItIs()) {
            return door.wantsSasl()
                    ? Condition.SASL_EXPECTED.because(
                            "The broker at " + door.address() + " asks for a user by "
                                    + String.join(", ", door.mechanisms()) + ", and security.protocol is "
                                    + brokers.protocol(),
                            PROTOCOL.formatted(protocol(door)) + ", with sasl.mechanism and sasl.jaas.config")
                    : Condition.SASL_NOT_SPOKEN.because(
                            "The broker at " + door.address() + " takes no SASL, and security.protocol is "
                                    + brokers.protocol(),
                            PROTOCOL.formatted(protocol(door)));
        }
        return Condition.SASL_MECHANISM.because(
                "The broker at " + door.address() + " has no sasl.mechanism " + brokers.mechanism(),
                "Set it to " + String.join(" or ", door.mechanisms()));
    }

    private static String protocol(Door door) {
        return (door.wantsSasl() ? "SASL_" : "") + (door.hasTls() ? "SSL" : "PLAINTEXT");
    }
}
