package dev.postrider.cli.run;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Look at the runs of campaigns.",
        subcommands = {UnknownCommand.class, MissedCommand.class})
public final class RunCommands {

    private final CommandContext context;

    public RunCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "List all runs, the newest first.")
    int list(@Mixin StoreOptions stores, @Mixin OutputOptions output) {
        List<RunReport> runs = look(stores, RunReports::all);
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

    private <T> T look(StoreOptions stores, Function<RunReports, T> work) {
        return context.launch()
                .look(stores, Set.of(Store.MONGODB), beans -> work.apply(beans.getBean(RunReports.class)));
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
