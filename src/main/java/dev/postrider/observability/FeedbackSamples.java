package dev.postrider.observability;

import dev.postrider.feedback.FeedbackCounts;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/** Bounces and complaints of the runs under way or paused: the same on every node. */
final class FeedbackSamples implements Samples {

    private final Runs runs;
    private final FeedbackRecords feedback;
    private final SampledGauge gauge;

    FeedbackSamples(MeterRegistry registry, Runs runs, FeedbackRecords feedback) {
        this.runs = runs;
        this.feedback = feedback;
        this.gauge = new SampledGauge(
                registry, "postrider.run.feedback", "Recipients of runs under way or paused who gave feedback");
    }

    @Override
    public void take() {
        Map<Tags, Long> figures = new HashMap<>();
        for (Run run : runs.in(RunState.SENDING, RunState.PAUSED)) {
            FeedbackCounts counts = feedback.counts(run.id());
            figures.merge(tags(run, "bounce-permanent"), counts.permanentBounces(), Long::sum);
            figures.merge(tags(run, "bounce-transient"), counts.transientBounces(), Long::sum);
            figures.merge(tags(run, "bounce-undetermined"), counts.undeterminedBounces(), Long::sum);
            figures.merge(tags(run, "complaint"), counts.complaints(), Long::sum);
        }
        gauge.set(figures);
    }

    private static Tags tags(Run run, String kind) {
        return Tags.of(RunSamples.CAMPAIGN, run.id().campaign(), "kind", kind);
    }

    @Override
    public void forget() {
        gauge.clear();
    }
}
