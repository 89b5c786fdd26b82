package dev.postrider.observability;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.ledger.Tally;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/** How far render and deliver have come in this process with the runs that it works on, of the whole plan of these. */
final class ProgressSamples implements Samples {

    private final Tallies tallies;
    private final Runs runs;
    private final SampledGauge gauge;

    ProgressSamples(MeterRegistry registry, Tallies tallies, Runs runs) {
        this.tallies = tallies;
        this.runs = runs;
        this.gauge = new SampledGauge(
                registry,
                "postrider.step.recipients",
                "Recipients that render and deliver have done in this process; plan: all of its runs");
    }

    @Override
    public void take() {
        Map<Tags, Long> figures = new HashMap<>();
        tallies.byRun().forEach((run, tally) -> {
            long planned = runs.find(run).map(Run::planned).orElse(0L);
            long settled = tally.settled();
            figures.merge(tags(run, "plan"), planned, Long::sum);
            figures.merge(tags(run, "render"), rendered(tally, settled), Long::sum);
            figures.merge(tags(run, "deliver"), settled, Long::sum);
        });
        gauge.set(figures);
    }

    /** Skips at the last look are of recipients who were rendered, so the sum may be more than it should. */
    private static long rendered(Tally tally, long settled) {
        return Math.max(settled, tally.rendered());
    }

    private static Tags tags(RunId run, String step) {
        return Tags.of(RunSamples.CAMPAIGN, run.campaign(), "step", step);
    }

    @Override
    public void forget() {
        gauge.clear();
    }
}
