package dev.postrider.cli.schedule;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.schedule.ScheduleOverview;
import dev.postrider.schedule.ScheduledJob;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "schedule", description = "Look at the schedules of campaigns and other jobs.")
public final class ScheduleCommands {

    private final CommandContext context;

    public ScheduleCommands(CommandContext context) {
        this.context = context;
    }

    @Command(
            description =
                    "List the next slots of each campaign and other job, those that are blocked or were missed, and what is wrong with its file.")
    int list(
            @Option(
                            names = "--next",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "So many slots of each (${DEFAULT-VALUE}).")
                    int next,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        if (next < 0 || next > 1_000) {
            throw new InvalidArguments("--next takes a number up to 1000, not " + next);
        }
        List<ScheduledJob> jobs = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB),
                        beans -> beans.getBean(ScheduleOverview.class).all(next));
        output.print(context.terminal(), jobs, () -> ScheduleText.print(jobs, context.terminal()));
        return jobs.stream().allMatch(job -> job.error() == null) ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
