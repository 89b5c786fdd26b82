package dev.postrider.observability;

import dev.postrider.schedule.SlotTroubles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Slots that are due and get nowhere, and those that were recorded as missed in the last day: the same on every node. */
final class SlotSamples implements Samples {

    private static final Duration DAY = Duration.ofDays(1);

    private final SlotTroubles troubles;
    private final Clock clock;
    private final SampledGauge blocked;
    private final SampledGauge failing;
    private final SampledGauge missed;

    SlotSamples(MeterRegistry registry, SlotTroubles troubles, Clock clock) {
        this.troubles = troubles;
        this.clock = clock;
        this.blocked = new SampledGauge(
                registry, "postrider.slots.blocked", "Slots of campaigns that are due and cannot be launched");
        this.failing = new SampledGauge(
                registry, "postrider.jobs.failing", "Slots of other jobs that are due and have failed");
        this.missed = new SampledGauge(
                registry, "postrider.slots.missed", "Slots that were recorded as missed in the last 24 hours");
    }

    @Override
    public void take() {
        blocked.set(tagged(troubles.blocked()));
        failing.set(tagged(troubles.failing()));
        missed.set(tagged(troubles.missedSince(clock.instant().minus(DAY))));
    }

    @Override
    public void forget() {
        blocked.clear();
        failing.clear();
        missed.clear();
    }

    private static Map<Tags, Long> tagged(Map<String, Long> counts) {
        Map<Tags, Long> figures = new HashMap<>();
        counts.forEach((name, count) -> figures.put(Tags.of(RunSamples.CAMPAIGN, name), count));
        return figures;
    }
}
