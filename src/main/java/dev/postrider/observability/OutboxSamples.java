package dev.postrider.observability;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.OutboxDepth;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the runs under way or paused have in the outbox: the same on every node. */
final class OutboxSamples implements Samples {

    private final Runs runs;
    private final Outbox outbox;
    private final SampledGauge entries;
    private final SampledGauge bytes;
    private final SampledGauge age;

    OutboxSamples(MeterRegistry registry, Runs runs, Outbox outbox) {
        this.runs = runs;
        this.outbox = outbox;
        this.entries = new SampledGauge(registry, "postrider.outbox.entries", "Batches in the outbox");
        this.bytes = new SampledGauge(registry, "postrider.outbox.size", "Their compressed size", "bytes");
        this.age =
                new SampledGauge(registry, "postrider.outbox.age", "Time since the oldest batch was queued", "seconds");
    }

    @Override
    public void take() {
        Map<Tags, Long> depths = new HashMap<>();
        Map<Tags, Long> sizes = new HashMap<>();
        Map<Tags, Long> ages = new HashMap<>();
        for (Run run : runs.in(RunState.SENDING, RunState.PAUSED)) {
            RunId id = run.id();
            Tags campaign = Tags.of(RunSamples.CAMPAIGN, id.campaign());
            OutboxDepth depth = outbox.depth(id);
            depths.merge(campaign, depth.entries(), Long::sum);
            sizes.merge(campaign, depth.bytes(), Long::sum);
            ages.merge(campaign, outbox.age(id).orElse(Duration.ZERO).toSeconds(), Math::max);
        }
        set(depths, sizes, ages);
    }

    @Override
    public void forget() {
        set(Map.of(), Map.of(), Map.of());
    }

    private void set(Map<Tags, Long> depths, Map<Tags, Long> sizes, Map<Tags, Long> ages) {
        entries.set(depths);
        bytes.set(sizes);
        age.set(ages);
    }
}
