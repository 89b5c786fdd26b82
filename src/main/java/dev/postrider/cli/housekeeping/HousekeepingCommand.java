package dev.postrider.cli.housekeeping;

import dev.postrider.cli.job.JobProgress;
import dev.postrider.cli.job.JobText;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.housekeeping.HousekeepingJob;
import dev.postrider.housekeeping.HousekeepingParameters;
import dev.postrider.housekeeping.Purges;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.operations.StepView;
import dev.postrider.terminal.Facts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "housekeeping",
        description = {
            "Purge runs, job executions, templates and more that have been kept for long enough.",
            "How long is a setting, postrider.housekeeping. A purged run keeps its figures, and its slot is not launched"
                    + " again."
        })
public final class HousekeepingCommand implements Callable<Integer> {

    private static final Set<Store> STORES = Set.of(Store.values());

    private final CommandContext context;

    @Option(names = "--dry-run", description = "Only count what would go.")
    private boolean dryRun;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public HousekeepingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return dryRun
                ? context.launch().look(stores, STORES, this::count)
                : context.launch().work(stores, STORES, this::purge);
    }

    private int count(BeanFactory beans) {
        print(beans.getBean(Purges.class).due());
        return ExitCodes.DONE;
    }

    private int purge(BeanFactory beans) {
        Jobs jobs = beans.getBean(Jobs.class);
        HousekeepingParameters now =
                new HousekeepingParameters(beans.getBean(Clock.class).instant());
        JobView job = JobProgress.during(
                context.terminal(), jobs, step -> 0, () -> jobs.start(HousekeepingJob.NAME, now.toJobParameters()));
        Map<String, Long> purged = new LinkedHashMap<>();
        job.steps().forEach((StepView step) -> purged.put(step.name(), step.written()));
        print(purged);
        return JobText.end(job, "postrider housekeeping", context.terminal());
    }

    private void print(Map<String, Long> counts) {
        Facts facts = new Facts();
        counts.forEach(facts::add);
        output.print(context.terminal(), counts, () -> facts.print(context.terminal()));
    }
}
