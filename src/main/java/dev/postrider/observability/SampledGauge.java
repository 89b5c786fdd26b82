package dev.postrider.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gauge with one figure for each set of tags. A set that stays keeps its meter, because a scrape between the removal of one
 * and the registration of the next would find the figure missing.
 */
final class SampledGauge {

    private final MultiGauge gauge;
    private volatile Map<Tags, Number> figures = Map.of();

    SampledGauge(MeterRegistry registry, String name, String description) {
        this(registry, name, description, null);
    }

    SampledGauge(MeterRegistry registry, String name, String description, @Nullable String unit) {
        this.gauge =
                MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
    }

    /** Replaces all figures; a set of tags that is not among these is gone. */
    void set(Map<Tags, ? extends Number> latest) {
        figures = Map.copyOf(latest);
        gauge.register(
                latest.keySet().stream()
                        .map(tags -> MultiGauge.Row.of(tags, () -> figure(tags)))
                        .toList(),
                false);
    }

    private Number figure(Tags tags) {
        return figures.getOrDefault(tags, Double.NaN);
    }

    void clear() {
        set(Map.of());
    }
}
