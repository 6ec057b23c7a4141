package io.xunjian.functions;

import static io.xunjian.rules.testing.Times.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.functions.JudgeHarness.Backend;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.testing.Books;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing falls back to Kryo: neither what a judge keeps nor what it emits. */
class StateTypesTest {

    static Stream<String> kinds() {
        return Rules.byKind().stream().map(RulesOfKind::kind).map(kind -> kind.name());
    }

    /** The harness refuses generic types, in every descriptor that the judge registers. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aJudgesStateNeedsNoGenericType(String kind) throws Exception {
        try (JudgeHarness judge =
                new JudgeHarness.Setup(JudgeHarness.rulesOver(kind), Books.BUILT_IN, DAY, Backend.HEAP).start()) {
            assertThat(judge.horizon(DAY).end().said()).isEmpty();
        }
    }

    @Test
    void sideOutputsAreWrittenByCodecs() {
        for (TypeInformation<?> type :
                new TypeInformation<?>[] {Judge.SIGNALS.getTypeInfo(), Judge.LATE.getTypeInfo()}) {
            assertThat(type).isInstanceOf(CodecType.class);
            assertThat(type.createSerializer(new SerializerConfigImpl())).isInstanceOf(CodecSerializer.class);
        }
    }
}
