package dev.postrider.cli.run;

import dev.postrider.campaign.CampaignRuns;
import dev.postrider.campaign.PlanEstimates;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.definition.CampaignCheck;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.definition.ListedCampaign;
import dev.postrider.delivery.StopSignal;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.Run;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "campaign", description = "Look at campaigns, plan and run them.")
public final class CampaignCommands {

    private final CommandContext context;

    public CampaignCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "List the campaigns in the jobs folder.")
    int list(@Mixin StoreOptions stores, @Mixin OutputOptions output) {
        List<ListedCampaign> campaigns = context.launch()
                .look(stores, Set.of(), beans -> beans.getBean(Campaigns.class).all());
        output.print(terminal(), campaigns, () -> CampaignText.printList(campaigns, terminal()));
        return campaigns.stream().allMatch(campaign -> campaign.error() == null) ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    @Command(description = "Show the definition of a campaign.")
    int show(@Parameters(paramLabel = "NAME") String name, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        CampaignDefinition campaign = context.launch().look(stores, Set.of(), beans -> {
            CampaignDefinition found = beans.getBean(Campaigns.class).get(name);
            beans.getBeanProvider(CampaignCheck.class)
                    .forEach(check -> check.warning(found).ifPresent(terminal()::warn));
            return found;
        });
        output.print(terminal(), campaign, () -> CampaignText.print(campaign, terminal()));
        return ExitCodes.DONE;
    }

    @Command(description = "Freeze the recipients of a run and say what it would do; nothing is sent.")
    int plan(
            @Parameters(paramLabel = "NAME") String name,
            @Mixin SlotOptions slot,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        return context.launch().work(stores, Set.of(Store.values()), beans -> {
            CampaignRuns runs = beans.getBean(CampaignRuns.class);
            Run run = runs.plan(runs.open(name, slot.slot(), slot.asOf()).id(), interrupted());
            PlannedRun planned = new PlannedRun(
                    beans.getBean(RunReports.class).of(run.id()),
                    beans.getBean(PlanEstimates.class).of(run));
            output.print(terminal(), planned, () -> planned.print(terminal()));
            return ExitCodes.DONE;
        });
    }

    /** No job is at work while a run is only planned. */
    private StopSignal interrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        context.interruption().onInterrupt(() -> interrupted.set(true));
        return new StopSignal(interrupted::get);
    }

    @Command(
            description = {
                "Run a campaign and stay with it until it is over.",
                "A run of the same slot that did not end is continued; one that did is shown, and nothing is sent."
            })
    int run(
            @Parameters(paramLabel = "NAME") String name,
            @Mixin SlotOptions slot,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        return context.launch().work(stores, Set.of(Store.values()), beans -> {
            RunReport report = new CampaignSending(beans, terminal()).run(name, slot.slot(), slot.asOf());
            output.print(terminal(), report, () -> RunText.print(report, terminal()));
            return RunText.exitCode(report.state());
        });
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
