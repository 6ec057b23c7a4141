package io.xunjian.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.files.OutFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each alert is counted once, wherever the file is cut and however a line is written. */
class AlertsReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path alerts;

    @BeforeEach
    void run() throws IOException {
        alerts = SampleRun.write(folder, SampleRun.hostileTrial()).path().resolve(OutFolder.ALERTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1_024, 65_536})
    void partsOfAnySizeGiveTheSame(long bytes) throws IOException {
        assertThat(written(AlertsReader.read(alerts, bytes))).isEqualTo(written(AlertsReader.read(alerts)));
    }

    @Test
    void fieldsMayStandInAnyOrder() throws IOException {
        AlertLineReader reader = new AlertLineReader();
        for (String line : Files.readAllLines(alerts)) {
            assertThat(read(backwards(line), reader)).isEqualTo(read(line, reader));
        }
    }

    private static AlertLine read(String line, AlertLineReader reader) throws IOException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }

    private static String backwards(String line) throws IOException {
        List<Map.Entry<String, JsonNode>> fields =
                new ArrayList<>(JSON.readTree(line).properties());
        Collections.reverse(fields);
        ObjectNode reversed = JSON.createObjectNode();
        fields.forEach(field -> reversed.set(field.getKey(), field.getValue()));
        return reversed.toString();
    }

    private static String written(AlertFigures figures) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            figures.write(json);
        }
        return text.toString();
    }
}
