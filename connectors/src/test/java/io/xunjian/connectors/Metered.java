package io.xunjian.connectors;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** What a reporter would see of an operator: {@code dead_letters{reason=NOT_JSON,stream=calls}}. */
final class Metered {

    private static final List<String> LABELS = List.of("reason", "stream");

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    /** An environment whose operator's metrics come here. */
    MockEnvironment environment() {
        TestingMetricRegistry registry = TestingMetricRegistry.builder()
                .setRegisterConsumer((metric, name, group) -> add(metric, name, group))
                .build();
        return new MockEnvironmentBuilder()
                .setMetricGroup(TaskManagerMetricGroup.createTaskManagerMetricGroup(
                                registry, "localhost", ResourceID.generate())
                        .addJob(new JobID(), "watch")
                        .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "admission"))
                .build();
    }

    private void add(Metric metric, String name, MetricGroup group) {
        Map<String, String> all = group.getAllVariables();
        List<String> labels =
                LABELS.stream().filter(label -> all.containsKey(in(label))).toList();
        boolean isOurs = !labels.isEmpty() || name.indexOf('_') >= 0; // Flink's own are inCamelCase
        if (isOurs) {
            metrics.put(
                    labels.stream()
                            .map(label -> label + '=' + all.get(in(label)))
                            .collect(Collectors.joining(",", name + '{', "}")),
                    metric);
            names.add((name + ' ' + String.join(", ", labels)).strip());
        }
    }

    private static String in(String label) {
        return '<' + label + '>';
    }

    /** Each name with its labels. */
    Set<String> names() {
        return names;
    }

    long count(String metric) {
        return ((Counter) metrics.get(metric)).getCount();
    }

    Number gauge(String metric) {
        return (Number) ((Gauge<?>) metrics.get(metric)).getValue();
    }
}
