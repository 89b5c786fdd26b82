package dev.postrider.observability;

import dev.postrider.feedback.FeedbackCounts;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bounces and complaints of the runs under way or paused: the same on every node. */
final class FeedbackSamples implements Samples {

    private final Runs runs;
    private final FeedbackRecords feedback;
    private final MultiGauge gauge;

    FeedbackSamples(MeterRegistry registry, Runs runs, FeedbackRecords feedback) {
        this.runs = runs;
        this.feedback = feedback;
        this.gauge = MultiGauge.builder("postrider.run.feedback")
                .description("Recipients of runs under way or paused who gave feedback")
                .register(registry);
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
        gauge.register(RunSamples.rows(figures), true);
    }

    private static Tags tags(Run run, String kind) {
        return Tags.of(RunSamples.CAMPAIGN, run.id().campaign(), "kind", kind);
    }

    @Override
    public void forget() {
        gauge.register(List.of(), true);
    }
}
