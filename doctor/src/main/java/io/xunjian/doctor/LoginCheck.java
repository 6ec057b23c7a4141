package io.xunjian.doctor;

import java.util.List;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Whether the broker lets the client in. */
final class LoginCheck implements Check {

    @Override
    public Area area() {
        return Area.KAFKA;
    }

    @Override
    public List<Ailment> examine(Patient patient) {
        Throwable refusal = patient.brokers().refusal();
        return refusal == null ? List.of() : List.of(ailment(refusal, patient.brokers()));
    }

    private static Ailment ailment(Throwable refusal, Brokers brokers) {
        String at = "Kafka at " + brokers.bootstrap();
        if (refusal instanceof SslAuthenticationException) {
            return Condition.CERTIFICATE_REFUSED.because(
                    at + " and the client do not trust each other's certificates: " + innermost(refusal),
                    "Set ssl.truststore.location to a store with the broker's authority; the certificate must be valid"
                            + " today and name the host of --bootstrap");
        }
        if (refusal instanceof AuthenticationException) {
            return Condition.CREDENTIALS_REFUSED.because(
                    at + " does not let the client in: " + refusal.getMessage(),
                    "Mend user and password in sasl.jaas.config of --kafka-properties, or create the user");
        }
        if (refusal instanceof UnsupportedVersionException) {
            return Condition.BROKER_TOO_OLD.because(
                    at + " is too old for this client: " + refusal.getMessage(), "Run 4.x");
        }
        if (refusal instanceof TimeoutException || refusal instanceof RetriableException) {
            return Condition.BROKER_UNREACHABLE.because(
                    at + " opens and does not answer: " + refusal.getMessage(),
                    "Look into its log, and whether its advertised.listeners can be reached from here");
        }
        boolean isNobodyNamed = brokers.saysWhoItIs() && !brokers.client().containsKey("sasl.jaas.config");
        return Condition.CLIENT_SETTINGS.because(
                "The settings of the Kafka clients cannot be used: " + innermost(refusal),
                isNobodyNamed ? "Set sasl.jaas.config in --kafka-properties" : "Mend --kafka-properties");
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
