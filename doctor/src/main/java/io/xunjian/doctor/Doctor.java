package io.xunjian.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks at a live job before it starts, in some seconds, and tells everything that is wrong at once. */
public final class Doctor {

    private static final List<Check> CHECKS = List.of(
            new DurationsCheck(),
            new SecretsCheck(),
            new RuleBookCheck(),
            new RulesInForceCheck(),
            new DoorCheck(),
            new LoginCheck(),
            new ClientVersionCheck(),
            new GroupCheck(),
            new TransactionCheck(),
            new TopicsCheck(),
            new AclCheck(),
            new RetentionCheck(),
            new MessageSizeCheck(),
            new ReplicationCheck(),
            new PartitionsCheck(),
            new RecordsCheck(),
            new ClusterCheck(),
            new SlotsCheck(),
            new ClassPathCheck(),
            new SameJobCheck(),
            new MemoryCheck(),
            new ClusterSettingsCheck(),
            new SavepointCheck(),
            new FolderCheck(),
            new JavaCheck(),
            new PortCheck(),
            new OpenFilesCheck());

    private final List<Check> checks;

    /** One who looks for everything. */
    public Doctor() {
        this(CHECKS);
    }

    Doctor(List<Check> checks) {
        this.checks = checks;
    }

    /** Everything that is wrong, by area; faults first. */
    public List<Ailment> examine(Patient patient) throws InterruptedException {
        List<Ailment> ailments = new ArrayList<>();
        for (Check check : checks) {
            try {
                ailments.addAll(check.examine(patient));
            } catch (IOException e) {
                ailments.add(notExamined(check, e));
            } catch (ExecutionException e) {
                ailments.add(notExamined(check, e.getCause()));
            }
        }
        ailments.sort(
                Comparator.comparing((Ailment ailment) -> ailment.condition().area())
                        .thenComparing(ailment -> ailment.condition().grade()));
        return ailments;
    }

    private static Ailment notExamined(Check check, Throwable failure) {
        return Condition.NOT_EXAMINED.because(
                "Not all about " + check.area().title() + " could be looked at: " + failure.getMessage(),
                "Ask again; if it stays so, the user may lack the right to look");
    }
}
