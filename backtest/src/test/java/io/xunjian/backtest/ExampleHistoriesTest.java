package io.xunjian.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.testing.EventJson;
import io.xunjian.rules.testing.Histories;
import io.xunjian.rules.testing.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleHistoriesTest {

    @TempDir
    private Path folder;

    @Test
    void anExampleHasTheEventsOfItsKeyUpToTheHorizon() throws IOException {
        Files.write(
                folder.resolve("orders.jsonl"),
                List.of(
                        EventJson.line(Histories.cancelled("A").at(Times.NEXT_NOON)),
                        EventJson.line(Histories.paid("A").at(Times.NOON)),
                        EventJson.line(Histories.paid("A").at(Times.NOON)),
                        EventJson.line(Histories.paid("B").at(Times.NOON)),
                        EventJson.line(Histories.cancelled("A").at(Times.A_YEAR_LATER))));
        Path diff = Files.writeString(folder.resolve("diff.txt"), ChangeLines.added("LATE_SHIPMENT:A:1", "s-1", 1));
        Comparison comparison = Comparison.read(diff);
        ExampleHistories.tell(comparison, EventFiles.in(folder), Times.NEXT_NOON);
        ObjectNode example = comparison.examples().get(0);
        assertThat(example.get("history").findValuesAsText("eventType"))
                .containsExactly("ORDER_PAID", "ORDER_CANCELLED");
        assertThat(example.get("historyCount").asInt()).isEqualTo(2);
    }
}
