package io.xunjian.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.xunjian.bench.run.Measured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes every run and every ratio, for programs. */
public final class ResultsJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultsJson() {}

    public static void write(Results results, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        all.put("runs", results.runs().stream().map(ResultsJson::run).toList());
        all.put("ratios", ratios(results));
        JSON.writeValue(file.toFile(), all);
    }

    private static Map<String, Object> run(Measured run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("workload", run.workload());
        fields.put("contender", run.contender());
        fields.put("wholeSeconds", run.cost().wholeSeconds());
        fields.put("netSeconds", run.cost().netSeconds());
        fields.put("cpuSeconds", run.cost().cpuSeconds());
        fields.put("peakMib", run.cost().peakMib());
        fields.put("fault", run.fault());
        return fields;
    }

    private static List<Map<String, Object>> ratios(Results results) {
        return Ratio.WANTED.stream()
                .filter(ratio -> ratio.of(results).isPresent())
                .map(ratio -> {
                    double measured = ratio.of(results).orElseThrow();
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("ratio", ratio.says());
                    fields.put("measured", measured);
                    fields.put("wanted", ratio.wanted());
                    fields.put("isReached", ratio.isReached(measured));
                    return fields;
                })
                .toList();
    }
}
