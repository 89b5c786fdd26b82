package dev.postrider.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VolumesTests {

    private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void whatIsADayOldDoesNotCountAnyMore() {
        Volumes volumes = new Volumes(Map.of(NINE, 5L, NINE.plusSeconds(60), 7L));
        volumes.add(NINE.plus(Duration.ofDays(1)), 10);

        assertThat(volumes.last24Hours(NINE.plus(Duration.ofDays(1)))).isEqualTo(17);
        assertThat(volumes.last24Hours(NINE)).isEqualTo(5);
    }
}
