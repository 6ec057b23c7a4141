package io.xunjian.doctor;

import io.xunjian.connectors.kafka.KafkaRules;
import io.xunjian.rules.Rules;
import io.xunjian.rules.book.Announcement;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.StartingBook;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;

/** Rule files that earlier jobs took, and a job starts with. */
final class RulesInForceCheck implements Check {

    private static final String CURE =
            "Start the release that wrote it, or publish a file of the rule with that release that both understand";

    @Override
    public Area area() {
        return Area.RULES;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        String topic = patient.topics().names().rulesInForce();
        boolean isThere = patient.topics().there(List.of(topic)).stream()
                .anyMatch(found -> TopicFacts.isPermitted(found, AclOperation.READ));
        if (!isThere) {
            return List.of();
        }
        try {
            List<Announcement> taken = KafkaRules.taken(patient.brokers().client(), topic);
            StartingBook.of(patient.settings().book()).with(taken).whole(Rules.ALL);
            return List.of();
        } catch (BookRejected e) {
            return e.faults().stream()
                    .map(fault -> Condition.RULES_IN_FORCE_UNKNOWN.because(
                            "The topic " + topic + " has a file that this release does not understand: " + fault, CURE))
                    .toList();
        } catch (KafkaException e) {
            return List.of(Condition.RULES_IN_FORCE_UNKNOWN.because(
                    "The topic " + topic + " cannot be read: " + e.getMessage(), CURE));
        }
    }
}
