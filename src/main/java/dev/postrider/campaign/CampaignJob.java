package dev.postrider.campaign;

import dev.postrider.delivery.DeliverOrder;
import dev.postrider.delivery.DeliverOrders;
import dev.postrider.ledger.Ledger;
import dev.postrider.partition.Epochs;
import dev.postrider.proof.ProofOrders;
import dev.postrider.proof.ProofTasklet;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.RenderOrders;
import dev.postrider.rollout.DirectSending;
import dev.postrider.rollout.GuardSettings;
import dev.postrider.rollout.RolloutDecider;
import dev.postrider.rollout.RolloutOrders;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.Runs;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The job {@value #NAME}: plan, then proof, so that who has to approve the run has seen it, then approval, then a first share
 * and its watch where there is a rollout, then render and deliver at the same time, then reconcile, then report.
 */
@Configuration(proxyBeanMethods = false)
public class CampaignJob {

    public static final String NAME = "campaign";

    @Bean
    Job campaign(
            JobRepository jobs,
            CampaignJobListener listener,
            @Qualifier("planning") Flow planning,
            RolloutDecider decider,
            @Qualifier("rollout") Flow rollout,
            @Qualifier("stages") Flow stages,
            @Qualifier("closing") Flow closing) {
        return new JobBuilder(NAME, jobs)
                .listener(listener)
                .start(planning)
                .next(decider)
                .on(RolloutDecider.ROLLOUT)
                .to(rollout)
                .next(stages)
                .from(decider)
                .on("*")
                .to(stages)
                .next(closing)
                .end()
                .build();
    }

    @Bean
    Flow planning(JobRepository jobs, PlanTasklet plan, ProofTasklet proof, ApprovalTasklet approval) {
        return new FlowBuilder<SimpleFlow>("planning")
                .start(tasklet(jobs, "plan", plan))
                .next(tasklet(jobs, "proof", proof))
                .next(tasklet(jobs, "approval", approval))
                .build();
    }

    @Bean
    Flow stages(@Qualifier("render") Step render, @Qualifier("deliver") Step deliver) {
        return new FlowBuilder<SimpleFlow>("stages")
                .split(new SimpleAsyncTaskExecutor("stage-"))
                .add(flow("rendering", render), flow("delivering", deliver))
                .build();
    }

    @Bean
    Flow closing(JobRepository jobs, ReconcileTasklet reconcile, ReportTasklet report) {
        return new FlowBuilder<SimpleFlow>("closing")
                .start(tasklet(jobs, "reconcile", reconcile))
                .next(tasklet(jobs, "report", report))
                .build();
    }

    @Bean
    RenderOrders renderOrders(Runs runs, RunSettings settings) {
        return run -> PinnedCampaign.of(runs.get(run)).renderOrder(settings.maxRenderFailures());
    }

    @Bean
    ProofOrders proofOrders(Runs runs) {
        return run -> PinnedCampaign.of(runs.get(run)).proofOrder();
    }

    @Bean
    RolloutOrders rolloutOrders(Runs runs, GuardSettings settings) {
        return run -> PinnedCampaign.of(runs.get(run)).rolloutOrder(settings.thresholds());
    }

    @Bean
    DirectSending directSending(Runs runs, Ledger ledger, GapFiller gapFiller) {
        return (run, recipients, stop) -> {
            Set<RecipientId> open = ledger.gaps(run, recipients);
            if (!open.isEmpty()) {
                gapFiller.fill(PinnedCampaign.of(runs.get(run)), List.copyOf(open), stop);
            }
        };
    }

    @Bean
    DeliverOrders deliverOrders(Runs runs) {
        return id -> {
            Run run = runs.get(id);
            PinnedCampaign campaign = PinnedCampaign.of(run);
            return new DeliverOrder(campaign.rate(), campaign.cap(), run.renderEnded());
        };
    }

    @Bean
    Epochs epochs(RunHolder holder) {
        return run -> holder.get(run).epoch();
    }

    private static Flow flow(String name, Step step) {
        return new FlowBuilder<SimpleFlow>(name).start(step).build();
    }

    private static Step tasklet(JobRepository jobs, String name, Tasklet tasklet) {
        return new StepBuilder(name, jobs)
                .tasklet(tasklet, new ResourcelessTransactionManager())
                .listener(new StepLog())
                .build();
    }
}
