package dev.postrider.cli.job;

import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.operations.StepView;
import dev.postrider.terminal.Gauge;
import dev.postrider.terminal.Progress;
import dev.postrider.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The progress of a job at work in this process, by what its steps have read. */
public final class JobProgress {

    private static final String COMPLETED = "COMPLETED";

    private final Jobs jobs;
    private final ToLongFunction<String> total;
    private final Map<String, Long> totals = new LinkedHashMap<>();
    private volatile List<StepView> ended = List.of();

    private JobProgress(Jobs jobs, ToLongFunction<String> total) {
        this.jobs = jobs;
        this.total = total;
    }

    /** @param total of a step by its name, 0 where it is not known */
    public static JobView during(Terminal terminal, Jobs jobs, ToLongFunction<String> total, Supplier<JobView> work) {
        JobProgress progress = new JobProgress(jobs, total);
        return Progress.during(terminal, progress::gauges, () -> {
            JobView job = work.get();
            progress.ended = job.steps();
            return job;
        });
    }

    private List<Gauge> gauges() {
        List<StepView> steps = ended.isEmpty() ? jobs.ownSteps() : ended;
        return steps.stream()
                .filter(step -> !step.name().contains(":"))
                .map(step -> gauge(step, steps))
                .toList();
    }

    /** Of a partitioned step, {@code name}, what its partitions have read, {@code name:0} and so on. */
    private Gauge gauge(StepView step, List<StepView> steps) {
        long partitions = steps.stream()
                .filter(other -> other.name().startsWith(step.name() + ":"))
                .mapToLong(StepView::read)
                .sum();
        long known = totals.merge(step.name(), total.applyAsLong(step.name()), Math::max);
        long done = Math.max(step.read(), partitions);
        return new Gauge(step.name(), step.state().equals(COMPLETED) ? Math.max(done, known) : done, known);
    }
}
