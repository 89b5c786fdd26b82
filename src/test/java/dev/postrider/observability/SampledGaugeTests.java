package dev.postrider.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampledGaugeTests {

    private static final Tags LOYALTY = Tags.of("campaign", "loyalty");
    private static final Tags WELCOME = Tags.of("campaign", "welcome");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Meter.Id> removed = new ArrayList<>();
    private final SampledGauge gauge = new SampledGauge(registry, "runs", "Runs");

    @Test
    void showsTheLatestFigures() {
        gauge.set(Map.of(LOYALTY, 1L, WELCOME, 2L));
        gauge.set(Map.of(LOYALTY, 3L, WELCOME, 4L));

        assertThat(value(LOYALTY)).isEqualTo(3);
        assertThat(value(WELCOME)).isEqualTo(4);
    }

    @Test
    void keepsTheMeterOfWhatStaysSoThatNoScrapeMissesIt() {
        gauge.set(Map.of(LOYALTY, 1L, WELCOME, 2L));
        Gauge before = registry.get("runs").tags(LOYALTY).gauge();
        registry.config().onMeterRemoved(meter -> removed.add(meter.getId()));

        gauge.set(Map.of(LOYALTY, 3L));

        assertThat(registry.get("runs").tags(LOYALTY).gauge()).isSameAs(before);
        assertThat(removed).extracting(id -> id.getTag("campaign")).containsExactly("welcome");
    }

    @Test
    void hasNoFigureOfWhatIsGone() {
        gauge.set(Map.of(LOYALTY, 1L));

        gauge.clear();

        assertThat(registry.find("runs").gauges()).isEmpty();
    }

    private double value(Tags tags) {
        return registry.get("runs").tags(tags).gauge().value();
    }
}
