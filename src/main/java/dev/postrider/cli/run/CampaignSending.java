package dev.postrider.cli.run;

import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.campaign.RunControl;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.Jobs;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.terminal.Terminal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/** Runs a campaign with live progress. */
public final class CampaignSending {

    private final BeanFactory beans;
    private final CampaignRuns runs;
    private final Terminal terminal;

    public CampaignSending(BeanFactory beans, Terminal terminal) {
        this.beans = beans;
        this.runs = beans.getBean(CampaignRuns.class);
        this.terminal = terminal;
    }

    /**
     * Continues the run of the slot if it did not end, and sends nothing if it did, or if it waits for a person to accept
     * something: whoever repeats a command, a script perhaps, has not accepted that.
     */
    public RunReport run(String campaign, @Nullable Instant slot, @Nullable LocalDate asOf) {
        Run run = runs.open(campaign, slot, asOf);
        if (run.state().over()) {
            terminal.note("Run " + run.id() + " is " + RunText.state(run.state()) + ": nothing is sent.");
        } else if (run.objection() != null) {
            RunText.explain(run, terminal);
        } else {
            goOn(run);
        }
        return beans.getBean(RunReports.class).of(run.id());
    }

    /** Goes on with a run that is not over; one that awaits approval is left as it is. */
    RunReport resume(RunId id) {
        Run run = beans.getBean(Runs.class).get(id);
        beans.getBean(RunControl.class).checkNotOver(run);
        goOn(run);
        return beans.getBean(RunReports.class).of(id);
    }

    private void goOn(Run run) {
        if (run.state() == RunState.AWAITING_APPROVAL) {
            RunText.explain(run, terminal);
        } else {
            send(run);
        }
    }

    private void send(Run run) {
        runs.take(run.id());
        Jobs jobs = beans.getBean(Jobs.class);
        RunProgress.of(run.id(), beans)
                .during(
                        terminal,
                        () -> jobs.start(CampaignJob.NAME, new CampaignJobParameters(run.id()).toJobParameters()));
        RunText.explain(beans.getBean(Runs.class).get(run.id()), terminal);
    }
}
