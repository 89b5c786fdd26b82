package dev.postrider.cli.run;

import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobExecutionNotFound;
import dev.postrider.operations.Jobs;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.RunHolder;
import dev.postrider.run.Runs;
import dev.postrider.terminal.StepClock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Looks at a run from outside: its figures are those of the ledger, which counts all its deliveries for each look. */
final class RunSights {

    private final RunId run;
    private final Runs runs;
    private final RunHolder holder;
    private final RunReports reports;
    private final Jobs jobs;
    private @Nullable StepClock clock;

    private RunSights(RunId run, BeanFactory beans) {
        this.run = run;
        this.runs = beans.getBean(Runs.class);
        this.holder = beans.getBean(RunHolder.class);
        this.reports = beans.getBean(RunReports.class);
        this.jobs = beans.getBean(Jobs.class);
    }

    static RunSights of(RunId run, BeanFactory beans) {
        return new RunSights(run, beans);
    }

    RunSight look() {
        boolean owned = holder.owned(runs.get(run));
        RunReport report = reports.of(run);
        StepClock seen = see(report);
        Duration left = seen.left();
        return new RunSight(
                report,
                steps(report.job()),
                Math.round(seen.rate() * 10) / 10.0,
                left.isZero() ? null : left.toSeconds(),
                owned);
    }

    private StepClock see(RunReport report) {
        long now = System.nanoTime();
        StepClock seen = clock == null ? new StepClock(RunSight.delivered(report), now) : clock;
        seen.see(RunSight.delivered(report), now);
        clock = seen;
        return seen;
    }

    /** Those of partitions are left out. */
    private List<RunSight.RunStep> steps(@Nullable Long job) {
        try {
            return job == null
                    ? List.of()
                    : jobs.show(job).steps().stream()
                            .filter(step -> !step.name().contains(":"))
                            .map(step -> new RunSight.RunStep(step.name(), step.state()))
                            .toList();
        } catch (JobExecutionNotFound e) {
            return List.of();
        }
    }
}
