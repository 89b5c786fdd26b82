package dev.postrider.cli.job;

import dev.postrider.campaign.CampaignJob;
import dev.postrider.cli.run.RunText;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "job", description = "Look at job executions; restart, stop, recover or give them up.")
public final class JobCommands {

    private static final Set<Store> NEEDED = Set.of(Store.MONGODB, Store.JOBS);

    private static final String RUN = "run";

    private final CommandContext context;

    public JobCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "List the newest job executions.")
    int list(
            @Option(names = "--max", paramLabel = "N", defaultValue = "20", description = "How many at most (20).")
                    int max,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        List<JobView> jobs = look(stores, beans -> beans.list(max));
        output.print(terminal(), jobs, () -> JobText.printList(jobs, terminal()));
        return ExitCodes.DONE;
    }

    @Command(description = "Show one job execution with its steps.")
    int show(@Parameters(paramLabel = "ID") long id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return print(look(stores, jobs -> jobs.show(id)), output);
    }

    @Command(description = "Continue a job execution that stopped or failed, and stay with it until it is over.")
    int restart(@Parameters(paramLabel = "ID") long id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return context.launch().work(stores, Set.of(Store.values()), beans -> {
            Jobs jobs = beans.getBean(Jobs.class);
            JobView job = JobProgress.during(terminal(), jobs, step -> 0, () -> jobs.restart(id));
            print(job, output);
            return exitCode(job, beans);
        });
    }

    /** How a campaign's run stands tells more than its job: it can be paused. */
    private int exitCode(JobView job, BeanFactory beans) {
        String run = job.parameters().get(RUN);
        if (job.job().equals(CampaignJob.NAME) && run != null) {
            Run ended = beans.getBean(Runs.class).get(new RunId(run));
            RunText.explain(ended, terminal());
            return RunText.exitCode(ended.state());
        }
        return JobText.end(job, "postrider job restart " + job.id(), terminal());
    }

    @Command(description = "Ask a job execution to stop, in whatever process it is at work.")
    int stop(@Parameters(paramLabel = "ID") long id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return print(look(stores, jobs -> jobs.stop(id)), output);
    }

    @Command(description = "Close a job execution whose process died; restart, or a node, goes on with it.")
    int recover(@Parameters(paramLabel = "ID") long id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        JobView job = look(stores, jobs -> jobs.recover(id));
        print(job, output);
        terminal().note("Recovered. To go on with it: postrider job restart " + job.id());
        return ExitCodes.DONE;
    }

    @Command(description = "Give a job execution up: what it left undone stays undone.")
    int abandon(@Parameters(paramLabel = "ID") long id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return print(look(stores, jobs -> jobs.abandon(id)), output);
    }

    private <T> T look(StoreOptions stores, Function<Jobs, T> work) {
        return context.launch().look(stores, NEEDED, beans -> work.apply(beans.getBean(Jobs.class)));
    }

    private int print(JobView job, OutputOptions output) {
        output.print(terminal(), job, () -> JobText.print(job, terminal()));
        return ExitCodes.DONE;
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
