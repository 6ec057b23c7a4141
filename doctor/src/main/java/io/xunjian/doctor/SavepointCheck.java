package io.xunjian.doctor;

import io.xunjian.jobs.LiveStart;
import io.xunjian.jobs.WatchJob;
import io.xunjian.rules.book.BookRejected;
import io.xunjian.rules.book.StartingBook;
import io.xunjian.rules.event.Stream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.kafka.clients.admin.TopicDescription;

/** Whether the job can go on where {@code --from} says: each state finds its operator by uid, and its key group by number. */
final class SavepointCheck implements Check {

    @Override
    public Area area() {
        return Area.STATE;
    }

    @Override
    public List<Ailment> examine(Patient patient) throws ExecutionException, InterruptedException {
        String from = patient.plan().from();
        if (from == null) {
            return List.of();
        }
        try {
            return compare(Savepoint.read(from), graph(patient), patient);
        } catch (FileNotFoundException e) {
            return List.of(Condition.SAVEPOINT_MISSING.because(
                    "There is no savepoint at " + from + ": no " + e.getMessage(),
                    "'./xunjian submit stop' prints where it lies; of a checkpoint name its folder chk-N"));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            return List.of(Condition.SAVEPOINT_UNREADABLE.because(
                    "The savepoint at " + from + " cannot be read: " + e.getMessage(),
                    "Take another checkpoint; five are kept. One of a newer Flink is not read by an older one"));
        } catch (BookRejected e) {
            return List.of(); // told by what looks at rules-in-force
        }
    }

    private static List<Ailment> compare(Savepoint savepoint, Map<OperatorID, Integer> graph, Patient patient) {
        List<Ailment> ailments = new ArrayList<>();
        List<OperatorState> others = savepoint.others(graph);
        if (!others.isEmpty() && !patient.plan().isForgetful()) {
            ailments.add(
                    Condition.SAVEPOINT_ORPHANS.because(
                            "The savepoint has state that the job has no place for: " + names(others),
                            "Start with the rules and the topics that it was taken with; --allow-non-restored leaves it behind"));
        }
        List<OperatorState> differing = savepoint.operators().values().stream()
                .filter(operator -> graph.containsKey(operator.getOperatorID())
                        && graph.get(operator.getOperatorID()) != operator.getMaxParallelism())
                .toList();
        if (!differing.isEmpty()) {
            OperatorState first = differing.get(0);
            ailments.add(Condition.SAVEPOINT_MAX_PARALLELISM.because(
                    "The savepoint has a max parallelism of " + first.getMaxParallelism() + " for " + names(differing)
                            + ", the job has " + graph.get(first.getOperatorID()),
                    "It is not of this job as it is released; begin anew, or from one that is"));
        }
        return ailments;
    }

    private static String names(List<OperatorState> operators) {
        return operators.stream()
                .map(operator -> operator.getOperatorUid()
                        .or(operator::getOperatorName)
                        .orElse(operator.getOperatorID().toString()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The max parallelism of each operator of the job, by its id. */
    private static Map<OperatorID, Integer> graph(Patient patient)
            throws BookRejected, ExecutionException, InterruptedException {
        Map<Stream, Integer> partitions =
                Arrays.stream(Stream.values()).collect(Collectors.toMap(stream -> stream, stream -> 1));
        TopicFacts topics = patient.topics();
        List<TopicDescription> rules = topics.there(topics.rules());
        boolean takesRules = !patient.brokers().areReached() || !rules.isEmpty();
        LiveStart start =
                new LiveStart(partitions, StartingBook.of(patient.settings().book()), takesRules);
        Map<OperatorID, Integer> operators = new HashMap<>();
        for (JobVertex vertex : WatchJob.graph(patient.settings(), start, new Configuration())
                .getStreamGraph()
                .getJobGraph()
                .getVertices()) {
            vertex.getOperatorIDs()
                    .forEach(id -> operators.put(
                            id.getUserDefinedOperatorID().orElse(id.getGeneratedOperatorID()),
                            vertex.getMaxParallelism()));
        }
        return operators;
    }
}
