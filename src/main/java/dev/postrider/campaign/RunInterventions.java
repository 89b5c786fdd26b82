package dev.postrider.campaign;

import dev.postrider.operations.JobAbandoned;
import dev.postrider.operations.JobRecovered;
import dev.postrider.operations.JobStopRequested;
import dev.postrider.run.Runs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is done to a campaign's job is done to its run. */
@Component
class RunInterventions {

    private final Runs runs;
    private final RunAbandonment abandonment;
    private final RunRecovery recovery;

    RunInterventions(Runs runs, RunAbandonment abandonment, RunRecovery recovery) {
        this.runs = runs;
        this.abandonment = abandonment;
        this.recovery = recovery;
    }

    @EventListener
    void on(JobStopRequested event) {
        CampaignJobParameters.run(event.job(), event.parameters()).ifPresent(runs::requestStop);
    }

    @EventListener
    void on(JobRecovered event) {
        CampaignJobParameters.run(event.job(), event.parameters()).ifPresent(recovery::settle);
    }

    @EventListener
    void on(JobAbandoned event) {
        CampaignJobParameters.run(event.job(), event.parameters()).ifPresent(abandonment::abandon);
    }
}
