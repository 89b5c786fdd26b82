package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDatesTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:15.250Z, 2026-01-31T09:30:15.250Z",
        "2026-01-31 09:30:15, 2026-01-31T09:30:15Z",
        "2026-01-31T09:30:15+02:00, 2026-01-31T07:30:15Z",
        "2026-01-31T09:30:15-05:00, 2026-01-31T14:30:15Z"
    })
    void readsDatesAndTimes(String text, Instant instant) {
        assertThat(IsoDates.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31/01/2026", "2026-02-30", "2026-1-3", "2026-01-31T25:00Z", "20260131", "2026-01-31x"})
    void refusesEverythingElse(String text) {
        assertThat(IsoDates.parse(text)).isEmpty();
    }
}
