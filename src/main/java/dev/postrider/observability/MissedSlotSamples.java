package dev.postrider.observability;

import dev.postrider.schedule.ScheduleOverview;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slots that were recorded as missed in the last day: the same on every node. */
final class MissedSlotSamples implements Samples {

    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduleOverview schedules;
    private final Clock clock;
    private final MultiGauge gauge;

    MissedSlotSamples(MeterRegistry registry, ScheduleOverview schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
        this.gauge = MultiGauge.builder("postrider.slots.missed")
                .description("Slots that were recorded as missed in the last 24 hours")
                .register(registry);
    }

    @Override
    public void take() {
        Map<Tags, Long> figures = new HashMap<>();
        schedules
                .missedSince(clock.instant().minus(DAY))
                .forEach((campaign, count) -> figures.put(Tags.of(RunSamples.CAMPAIGN, campaign), count));
        gauge.register(RunSamples.rows(figures), true);
    }

    @Override
    public void forget() {
        gauge.register(List.of(), true);
    }
}
