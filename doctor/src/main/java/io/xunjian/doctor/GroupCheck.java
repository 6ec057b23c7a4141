package io.xunjian.doctor;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer group. Flink joins none, it only commits: whoever is a member is another program. */
final class GroupCheck implements Check {

    @Override
    public Area area() {
        return Area.KAFKA;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        if (!patient.brokers().areReached()) {
            return List.of();
        }
        String group = patient.settings().group();
        try {
            ConsumerGroupDescription found = patient.brokers()
                    .admin()
                    .describeConsumerGroups(
                            List.of(group), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                    .describedGroups()
                    .get(group)
                    .get();
            if (!found.members().isEmpty()) {
                return List.of(inUse(group, found));
            }
            boolean mayRead = found.authorizedOperations() == null
                    || found.authorizedOperations().contains(AclOperation.READ);
            return mayRead ? List.of() : List.of(forbidden(group));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupAuthorizationException) {
                return List.of(forbidden(group));
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    private static Ailment inUse(String group, ConsumerGroupDescription found) {
        return Condition.GROUP_IN_USE.because(
                "The consumer group " + group + " has other members: "
                        + found.members().stream()
                                .map(MemberDescription::clientId)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(", ")),
                "Stop them, or give this job a group of its own: --group NAME");
    }

    private static Ailment forbidden(String group) {
        return Condition.GROUP_FORBIDDEN.because(
                "The user may not commit to the consumer group " + group + ": nobody will see how far the job has read",
                "Grant READ of Group:" + group);
    }
}
