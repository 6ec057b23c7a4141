package io.xunjian.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.Stream;
import io.xunjian.rules.json.EventDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a record's bytes to an event: how long one takes, and how many records and bytes a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {

    /** What is read. */
    public enum Sample {
        PAYMENT(Stream.ORDERS, """
                {"eventId":"p-216","eventType":"ORDER_PAID","eventTime":1748736025844,"orderId":"o-20250601-000216",\
                "shopId":"s-1046207","promiseShipTime":1748908825844,"paidAmountFen":15900}"""),
        SHIPMENT(Stream.SHIPMENTS, """
                {"eventId":"d-216","eventType":"SHIP_CONFIRMED","eventTime":1748740679897,"orderId":"o-20250601-000216",\
                "shopId":"s-1046207","carrierCode":"YTO","trackingNumber":"YTO7000000091","complete":true}"""),
        CALL(Stream.CALLS, """
                {"eventId":"c-42","eventType":"CALL_ATTEMPT","eventTime":1748740679897,"shopId":"s-1046207",\
                "caseId":"case-20250601-0042","source":"PLATFORM_SPOT_CHECK","result":"NO_ANSWER"}"""),
        /** Escapes, Chinese, time as text, a field that the contract does not name: for the parser that knows all of JSON. */
        ODD(Stream.ORDERS, """
                {"eventId":"p\\u002d216","eventType":"ORDER_PAID","eventTime":"2025-06-01T08:00:25.844+08:00",\
                "orderId":"订单-216","shopId":"s-1046207","paidAmountFen":15900,"tags":["a\\"b",{"x":1.5e3}]}""");

        private final Stream stream;
        private final String record;

        Sample(Stream stream, String record) {
            this.stream = stream;
            this.record = record;
        }
    }

    /** Bytes that were read. */
    @State(Scope.Thread)
    @AuxCounters
    public static class Read {
        public long bytes;
    }

    @Param
    private Sample sample;

    private EventDecoder decoder;
    private byte[] record;

    @Setup
    public void prepare() {
        decoder = new EventDecoder(sample.stream);
        record = sample.record.getBytes(UTF_8);
        if (decode() == null) {
            throw new IllegalStateException(sample + " is no event: " + decoder.reason() + ' ' + decoder.field());
        }
    }

    @Benchmark
    public Event decode() {
        return decoder.decode(record, 0, record.length);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Event perSecond(Read read) {
        read.bytes += record.length;
        return decode();
    }
}
