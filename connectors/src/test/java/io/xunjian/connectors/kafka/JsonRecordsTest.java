package io.xunjian.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {

    private static final long LONG_AGO = 1;

    @Test
    void aRecordHasTheTimeOfItsWritingNotTheEventsSoThatRetentionLeavesIt() throws Exception {
        assertThat(record("A").timestamp()).isNull();
    }

    @Test
    void aRecordHasTheKeyAndTheBytesOfItsValue() throws Exception {
        ProducerRecord<byte[], byte[]> record = record("订单");
        assertThat(record.topic()).isEqualTo("alerts");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).isEqualTo("订单".getBytes(StandardCharsets.UTF_8));
        assertThat(record.value()).isEqualTo("{\"订单\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noKeyIsNoKey() throws Exception {
        assertThat(record("").key()).isNull();
    }

    private static ProducerRecord<byte[], byte[]> record(String value) throws Exception {
        JsonRecords<String> records = InstantiationUtil.clone(new JsonRecords<String>(
                "alerts",
                text -> text.isEmpty() ? null : text,
                text -> ("{\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)));
        return records.serialize(value, null, LONG_AGO);
    }
}
