package dev.postrider.cli.run;

import dev.postrider.campaign.PlanEstimate;
import dev.postrider.campaign.PlanEstimates;
import dev.postrider.campaign.RunApproval;
import dev.postrider.campaign.RunControl;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.resend.Resend;
import dev.postrider.resend.ResendControl;
import dev.postrider.run.Runs;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Look at the runs of campaigns and watch them; approve, stop, resume or give them up.",
            "Send again what they left unknown or rejected."
        },
        subcommands = {WatchCommand.class, UnknownCommand.class, MissedCommand.class, ResendCommand.class})
public final class RunCommands {

    private final CommandContext context;

    public RunCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "List the newest runs.")
    int list(
            @Option(names = "--max", paramLabel = "N", defaultValue = "20", description = "How many at most (20).")
                    int max,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        List<RunReport> runs = look(stores, reports -> reports.newest(max));
        output.print(terminal(), runs, () -> RunText.printList(runs, terminal()));
        return ExitCodes.DONE;
    }

    @Command(description = "Show the figures of a run.")
    int show(
            @Parameters(paramLabel = "RUN", description = "weekly-loyalty@20261124T090000Z") String run,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        RunId id = new RunId(run);
        RunReport report = look(stores, reports -> reports.of(id));
        output.print(terminal(), report, () -> {
            RunText.print(report, terminal());
            RunText.printSum(report, terminal());
        });
        return ExitCodes.DONE;
    }

    @Command(description = "Say yes to a run that waits for approval; not for whoever asked for it.")
    int approve(@Parameters(paramLabel = "RUN") String run, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        RunId id = new RunId(run);
        PlannedRun planned = context.launch().look(stores, Set.of(Store.MONGODB), beans -> {
            PlanEstimate estimate = beans.getBean(PlanEstimates.class)
                    .of(beans.getBean(Runs.class).get(id));
            beans.getBean(RunApproval.class).approve(id);
            return new PlannedRun(beans.getBean(RunReports.class).of(id), estimate);
        });
        output.print(terminal(), planned, () -> planned.print(terminal()));
        terminal().note("Approved. A node goes on with it, or: postrider run resume " + id);
        return ExitCodes.DONE;
    }

    @Command(
            description =
                    "Stop a run or its resend, in whatever process it is at work; what is claimed is finished first.")
    int stop(@Parameters(paramLabel = "RUN") String run, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return change(new RunId(run), this::stop, stores, output);
    }

    @Command(description = "Give a run up: who had no turn is skipped as not attempted.")
    int abandon(@Parameters(paramLabel = "RUN") String run, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        return change(
                new RunId(run), (id, beans) -> beans.getBean(RunControl.class).abandon(id), stores, output);
    }

    @Command(description = "Go on with a run that paused, stopped or failed, and stay with it until it is over.")
    int resume(@Parameters(paramLabel = "RUN") String run, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        RunId id = new RunId(run);
        return context.launch().work(stores, Set.of(Store.values()), beans -> {
            RunReport report = new CampaignSending(beans, terminal()).resume(id);
            output.print(terminal(), report, () -> RunText.print(report, terminal()));
            return RunText.exitCode(report.state());
        });
    }

    /** A run with a resend at work is over, so that there is nothing else to stop in it. */
    private void stop(RunId id, BeanFactory beans) {
        Optional<Resend> resend = beans.getBean(ResendControl.class).stop(id);
        if (resend.isPresent()) {
            terminal().note("Resend " + resend.get().attempt() + " of the run is stopping.");
        } else {
            beans.getBean(RunControl.class).stop(id);
        }
    }

    private int change(RunId id, BiConsumer<RunId, BeanFactory> change, StoreOptions stores, OutputOptions output) {
        RunReport report = context.launch().look(stores, Set.of(Store.MONGODB, Store.JOBS), beans -> {
            change.accept(id, beans);
            return beans.getBean(RunReports.class).of(id);
        });
        output.print(terminal(), report, () -> RunText.print(report, terminal()));
        return ExitCodes.DONE;
    }

    private <T> T look(StoreOptions stores, Function<RunReports, T> work) {
        return context.launch()
                .look(stores, Set.of(Store.MONGODB), beans -> work.apply(beans.getBean(RunReports.class)));
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
