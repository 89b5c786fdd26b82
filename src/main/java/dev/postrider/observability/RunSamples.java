package dev.postrider.observability;

import dev.postrider.run.Objection;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The runs that somebody or something still has to work on: as the store has them, so the same on every node. */
final class RunSamples implements Samples {

    static final String CAMPAIGN = "campaign";

    private static final RunState[] UNFINISHED = {
        RunState.PLANNED,
        RunState.AWAITING_APPROVAL,
        RunState.SENDING,
        RunState.STOPPING,
        RunState.PAUSED,
        RunState.FAILED
    };

    private final Runs runs;
    private final RunHolder holder;
    private final SampledGauge gauge;

    RunSamples(MeterRegistry registry, Runs runs, RunHolder holder) {
        this.runs = runs;
        this.holder = holder;
        this.gauge = new SampledGauge(
                registry,
                "postrider.runs",
                "Runs that are not over; waiting, awaiting-approval, guard: for a person; unattended: for a node");
    }

    @Override
    public void take() {
        Map<Tags, Long> counts =
                runs.in(UNFINISHED).stream().collect(Collectors.groupingBy(this::tags, Collectors.counting()));
        gauge.set(counts);
    }

    private Tags tags(Run run) {
        return Tags.of(CAMPAIGN, run.id().campaign(), "state", state(run));
    }

    /** What a person has to do about it differs, so these are states of their own. */
    private String state(Run run) {
        if (run.state() == RunState.AWAITING_APPROVAL) {
            return "awaiting-approval";
        }
        if (run.state() == RunState.PAUSED && run.resumesAt() == null) {
            return run.objection() == Objection.GUARD ? "guard" : "waiting";
        }
        if (run.state() == RunState.SENDING && !holder.owned(run)) {
            return "unattended";
        }
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void forget() {
        gauge.clear();
    }
}
