package dev.postrider.observability;

import dev.postrider.schedule.ScheduleOverview;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Slots that were recorded as missed in the last day: the same on every node. */
final class MissedSlotSamples implements Samples {

    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduleOverview schedules;
    private final Clock clock;
    private final SampledGauge gauge;

    MissedSlotSamples(MeterRegistry registry, ScheduleOverview schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
        this.gauge = new SampledGauge(
                registry, "postrider.slots.missed", "Slots that were recorded as missed in the last 24 hours");
    }

    @Override
    public void take() {
        Map<Tags, Long> figures = new HashMap<>();
        schedules
                .missedSince(clock.instant().minus(DAY))
                .forEach((campaign, count) -> figures.put(Tags.of(RunSamples.CAMPAIGN, campaign), count));
        gauge.set(figures);
    }

    @Override
    public void forget() {
        gauge.clear();
    }
}
