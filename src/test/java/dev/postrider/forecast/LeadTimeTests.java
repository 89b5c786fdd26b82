package dev.postrider.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadTimeTests {

    @ParameterizedTest(name = "{1} working days before {0} is {2}")
    @CsvSource({
        "2026-12-04, 3, 2026-12-01",
        "2026-12-01, 3, 2026-11-26",
        "2026-11-29, 1, 2026-11-27",
        "2026-11-29, 0, 2026-11-27",
        "2026-12-04, 0, 2026-12-04"
    })
    void weekendsDoNotCount(LocalDate day, int days, LocalDate askBy) {
        assertThat(new LeadTime(days).askBy(day)).isEqualTo(askBy);
    }
}
