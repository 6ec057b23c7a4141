package io.xunjian.cluster;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.files.EventFiles;
import io.xunjian.rules.files.EventFiles.EventFile;
import io.xunjian.rules.json.EventDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A folder of events, sent to Kafka as they would have come: by time, with some disorder, bad records among them.
 * The same history with the same seed fills the same partitions in the same order.
 */
public final class History {

    /** How much later than it happened an event may be sent. */
    public static final long DISORDER_MS = 5_000;

    private static final long HEARTBEAT_EVERY_MS = 12 * 3_600_000L;

    /**
     * A record and when it is sent.
     *
     * @param eventTime that of the event; of a bad record, that of its neighbour
     */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record Sent(Stream stream, long sentAt, long eventTime, byte[] value) {}

    private final List<Sent> records = new ArrayList<>();
    private long horizon = Long.MIN_VALUE;

    /** Reads it; the seed decides the order within the disorder. */
    public static History of(Path folder, long seed) throws IOException {
        History history = new History();
        Random random = new Random(seed);
        for (EventFile file : EventFiles.in(folder)) {
            history.add(file, random);
        }
        history.records.sort(Comparator.comparingLong(Sent::sentAt));
        return history;
    }

    private void add(EventFile file, Random random) throws IOException {
        EventDecoder decoder = new EventDecoder(file.stream());
        long last = 0;
        for (byte[] line : lines(bytes(file))) {
            Event event = decoder.decode(line, 0, line.length);
            last = event == null ? last : event.eventTime();
            horizon = Math.max(horizon, last);
            records.add(new Sent(file.stream(), last + random.nextLong(DISORDER_MS), last, line));
        }
    }

    private static byte[] bytes(EventFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            return file.isCompressed() ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    /** Bad records are no text: the bytes are split as they are. */
    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    /** The greatest event time. */
    public long horizon() {
        return horizon;
    }

    /** Sends a part of it, from 0 (the first record) to 1 (all); heartbeats follow on every partition. */
    public void send(String bootstrap, double from, double to) {
        int first = (int) (records.size() * from);
        int end = (int) (records.size() * to);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer())) {
            long beat = 0;
            for (Sent record : records.subList(first, end)) {
                if (record.sentAt > beat + HEARTBEAT_EVERY_MS) {
                    beat = record.sentAt;
                    heartbeats(beat - DISORDER_MS, producer);
                }
                int partition = Math.floorMod(Arrays.hashCode(record.value), Topics.PARTITIONS);
                send(record.stream, partition, Math.max(1, record.sentAt), record.value, producer);
            }
            if (end == records.size()) {
                heartbeats(horizon + DISORDER_MS + 1, producer);
            }
        }
    }

    private static void heartbeats(long at, KafkaProducer<byte[], byte[]> producer) {
        for (Stream stream : Stream.values()) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                String id = "beat-" + stream.topic() + '-' + partition + '-' + at;
                String json = "{\"eventId\":\"%s\",\"eventType\":\"HEARTBEAT\",\"eventTime\":%d}".formatted(id, at);
                send(stream, partition, at, json.getBytes(StandardCharsets.UTF_8), producer);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is not taken is missed by the test
    private static void send(
            Stream stream, int partition, long at, byte[] value, KafkaProducer<byte[], byte[]> producer) {
        producer.send(new ProducerRecord<>(stream.topic(), partition, at, null, value));
    }
}
