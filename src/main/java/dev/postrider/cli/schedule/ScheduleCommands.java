package dev.postrider.cli.schedule;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.schedule.ScheduleOverview;
import dev.postrider.schedule.ScheduledCampaign;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "schedule", description = "Look at the schedules of campaigns.")
public final class ScheduleCommands {

    private final CommandContext context;

    public ScheduleCommands(CommandContext context) {
        this.context = context;
    }

    @Command(
            description =
                    "List the next slots of each campaign, those that were missed, and what is wrong with its file.")
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
        List<ScheduledCampaign> campaigns = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB),
                        beans -> beans.getBean(ScheduleOverview.class).all(next));
        output.print(context.terminal(), campaigns, () -> ScheduleText.print(campaigns, context.terminal()));
        return campaigns.stream().allMatch(campaign -> campaign.error() == null) ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
