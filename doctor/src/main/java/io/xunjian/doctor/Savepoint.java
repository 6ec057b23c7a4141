package io.xunjian.doctor;

import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.jobgraph.OperatorID;

/**
 * What a savepoint or a checkpoint says of itself.
 *
 * @param operators those that have state, by id
 */
record Savepoint(Map<OperatorID, OperatorState> operators) {

    private static final String METADATA = "_metadata";

    /**
     * Reads its metadata, and no state.
     *
     * @throws FileNotFoundException if there is none
     * @throws IOException if this Flink cannot read it
     */
    static Savepoint read(String place) throws IOException {
        Path file = new Path(place);
        FileSystem files = file.getFileSystem();
        if (!file.getName().equals(METADATA)) {
            file = new Path(file, METADATA);
        }
        if (!files.exists(file)) {
            throw new FileNotFoundException(file.toString());
        }
        try (DataInputStream in = new DataInputStream(files.open(file))) {
            Map<OperatorID, OperatorState> operators = new TreeMap<>();
            for (OperatorState operator : Checkpoints.loadCheckpointMetadata(
                            in, Savepoint.class.getClassLoader(), place)
                    .getOperatorStates()) {
                operators.put(operator.getOperatorID(), operator);
            }
            return new Savepoint(operators);
        }
    }

    /** Those with state that are not among these: a job with these alone cannot start from here. */
    List<OperatorState> others(Map<OperatorID, Integer> graph) {
        return operators.values().stream()
                .filter(operator -> !graph.containsKey(operator.getOperatorID()) && hasState(operator))
                .toList();
    }

    /** As Flink sees it. */
    private static boolean hasState(OperatorState operator) {
        return operator.getCoordinatorState() != null
                || operator.getStates().stream().anyMatch(subtask -> subtask.hasState());
    }
}
