package io.xunjian.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LoudOffsetsTest {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    @Test
    @SuppressWarnings("deprecation") // the connector's interface speaks of Kafka's deprecated strategy
    void anOffsetThatIsGoneFailsTheReaderInsteadOfBeingSkipped() throws Exception {
        LoudOffsets loud = InstantiationUtil.clone(new LoudOffsets(OffsetsInitializer.earliest()));
        assertThat(loud.getAutoOffsetResetStrategy())
                .isEqualTo(org.apache.kafka.clients.consumer.OffsetResetStrategy.NONE);
    }

    @Test
    void itStartsWhereItIsTold() {
        OffsetsInitializer at = OffsetsInitializer.offsets(Map.of(PARTITION, 42L));
        assertThat(new LoudOffsets(at).getPartitionOffsets(List.of(PARTITION), null))
                .isEqualTo(at.getPartitionOffsets(List.of(PARTITION), null))
                .containsEntry(PARTITION, 42L);
    }
}
