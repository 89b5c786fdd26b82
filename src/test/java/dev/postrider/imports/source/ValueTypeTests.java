package dev.postrider.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTests {

    @ParameterizedTest
    @CsvSource({
        "0, INTEGER",
        "-7, INTEGER",
        "123456789012345678, INTEGER",
        "1234567890123456789, TEXT",
        "00123, TEXT",
        "-0, TEXT",
        "+5, TEXT",
        "1e5, TEXT",
        "11.50, NUMBER",
        "-0.5, NUMBER",
        "01.5, TEXT",
        ".5, TEXT",
        "1.2345678901234567, TEXT",
        "'1,234.5', TEXT",
        "TRUE, BOOLEAN",
        "yes, TEXT",
        "2026-01-31, DATE",
        "2026-01-31T09:00:00Z, DATE",
        "2026-02-30, TEXT",
        "NaN, TEXT"
    })
    void isTheNarrowestThatLosesNothing(String text, ValueType type) {
        assertThat(ValueType.of(text)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "1|2, INTEGER",
        "1|2.5, NUMBER",
        "2.5|1, NUMBER",
        "1|02139, TEXT",
        "1|true, TEXT",
        "2026-01-31|soon, TEXT",
        "2026-01-31|2026-02-01T00:00:00Z, DATE"
    })
    void aColumnHasOneType(String values, ValueType type) {
        assertThat(Arrays.stream(values.split("\\|")).map(ValueType::of).reduce(ValueType::join))
                .contains(type);
    }

    @Test
    void refusesWhatIsNotOfTheTypeThatTheHeaderNames() {
        assertThat(ValueType.NUMBER.parse("3")).isEqualTo(3.0);
        assertThat(ValueType.TEXT.parse("3")).isEqualTo("3");
        assertThatThrownBy(() -> ValueType.INTEGER.parse("3.5"))
                .isInstanceOf(InvalidRow.class)
                .hasMessage("\"3.5\" is not of type integer");
    }
}
