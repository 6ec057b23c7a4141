package io.xunjian.functions;

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
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** What a reporter would see: {@code breaches{book=active,kind=orders,level=1,rule=LATE_SHIPMENT}}. */
final class Metered {

    private static final List<String> LABELS = List.of("book", "kind", "level", "rule", "stream");

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();

    /** The group of a task whose metrics come here. */
    TaskMetricGroup task() {
        TestingMetricRegistry registry = TestingMetricRegistry.builder()
                .setRegisterConsumer((metric, name, group) -> add(metric, name, group))
                .build();
        return TaskManagerMetricGroup.createTaskManagerMetricGroup(registry, "localhost", ResourceID.generate())
                .addJob(new JobID(), "watch")
                .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "judge");
    }

    private void add(Metric metric, String name, MetricGroup group) {
        Map<String, String> all = group.getAllVariables();
        List<String> labels =
                LABELS.stream().filter(label -> all.containsKey(in(label))).toList();
        if (!labels.isEmpty()) {
            metrics.put(
                    labels.stream()
                            .map(label -> label + '=' + all.get(in(label)))
                            .collect(Collectors.joining(",", name + '{', "}")),
                    metric);
            names.add(name + ' ' + String.join(", ", labels));
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
