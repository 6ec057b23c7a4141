package io.xunjian.bench.micro;

import io.xunjian.rules.Finding;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.wire.ByteSink;
import io.xunjian.rules.wire.ByteSource;
import io.xunjian.rules.wire.Codec;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** To bytes and back: what goes between machines, and what is in state. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    /** What is written and read. */
    public enum Value {
        EVENT,
        FINDING,
        ORDER_FACTS,
        CASE_FACTS,
        PROVIDER_FACTS
    }

    @Param
    private Value value;

    private final ByteSink sink = new ByteSink();
    private final ByteSource source = new ByteSource();
    private Codec<Object> codec;
    private Object content;
    private byte[] bytes;

    @Setup
    public void prepare() throws IOException {
        switch (value) {
            case EVENT -> use(Event.CODEC, Acts.paid("o-20250601-000216", 0));
            case FINDING -> use(Finding.CODEC, breach());
            case ORDER_FACTS -> useFacts("LATE_SHIPMENT");
            case CASE_FACTS -> useFacts("CS_UNREACHABLE");
            case PROVIDER_FACTS -> useFacts("PROVIDER_INACTIVE");
        }
        bytes = write().toByteArray();
        if (!read().equals(content)) {
            throw new IllegalStateException(value + " is not read as it was written");
        }
    }

    private static Finding breach() {
        return OneKey.of("LATE_SHIPMENT", Histories.of("LATE_SHIPMENT", true)).breach(Histories.END);
    }

    private void useFacts(String rule) {
        OneKey key = OneKey.of(rule, Histories.of(rule, false));
        use(key.rules().kind().codec(), key.facts());
    }

    @SuppressWarnings("unchecked") // the content is of the codec's type
    private <T> void use(Codec<T> itsCodec, T itsContent) {
        codec = (Codec<Object>) itsCodec;
        content = itsContent;
    }

    @Benchmark
    public ByteSink write() throws IOException {
        sink.clear();
        codec.write(content, sink);
        return sink;
    }

    @Benchmark
    public Object read() throws IOException {
        return codec.read(codec.version(), source.reset(bytes, 0));
    }
}
