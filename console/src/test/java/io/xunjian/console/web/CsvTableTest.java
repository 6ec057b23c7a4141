package io.xunjian.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "  =1", "\u3000=1"})
    void whatWouldBeAFormulaIsAText(String text) {
        assertThat(CsvTable.cell(text)).isEqualTo("\"'" + text + '"');
    }

    @Test
    void quotesAreDoubled() {
        assertThat(CsvTable.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
        assertThat(CsvTable.cell("a=1")).isEqualTo("\"a=1\"");
        assertThat(CsvTable.cell("")).isEqualTo("\"\"");
    }
}
