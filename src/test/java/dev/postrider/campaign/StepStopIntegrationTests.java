package dev.postrider.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.CampaignFiles;
import dev.postrider.LongProof;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.inactivity.InactivityJob;
import dev.postrider.inactivity.InactivityParameters;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.resend.Resend;
import dev.postrider.resend.ResendControl;
import dev.postrider.resend.ResendJob;
import dev.postrider.resend.ResendOrders;
import dev.postrider.resend.ResendParameters;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Autowired;

/** What a run consists of stops, and so do jobs besides. */
class StepStopIntegrationTests extends StoppedInProcess {

    /** More than are done with before a stop is there. */
    private static final int MANY = 100_000;

    @Autowired
    private RunHolder holder;

    @Test
    void aPlanLooksAtEachRecipientAndFreezesNobodyOnceStopped() throws IOException {
        RunId run = open("plan", "");
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> campaigns.plan(run, new StopSignal(() -> looks.incrementAndGet() == 400)))
                .isInstanceOf(SendingStopped.class);

        assertThat(looks).hasValue(400);
        assertThat(runs.get(run).plan()).isNull();
        assertThat(campaigns.plan(run, NEVER).planned()).isEqualTo(RECIPIENTS);
    }

    @Test
    void aStepThatPlansEndsOnceStopped(@Autowired PlanTasklet plan, @Autowired JobRepository repository)
            throws IOException {
        RunId run = open("step", "");
        holder.take(run);
        StepExecution step = step(run, repository);
        step.setTerminateOnly();

        assertThat(plan.execute(new StepContribution(step), new ChunkContext(new StepContext(step))))
                .isEqualTo(RepeatStatus.CONTINUABLE);

        assertThat(runs.get(run).plan()).isNull();
        holder.release(run);
    }

    @Test
    void aRunThatIsOverStaysSoWhenItsNodeIsShutDownBeforeItsJobIsOver(
            @Autowired CampaignJobListener listener,
            @Autowired RunHandover handover,
            @Autowired JobRepository repository)
            throws IOException {
        RunId run = open("closed", "");
        JobExecution job = step(run, repository).getJobExecution();
        listener.beforeJob(job);
        holder.get(run).rest(RunState.COMPLETED, null);

        handover.handOver();
        job.setStatus(BatchStatus.STOPPED);
        listener.afterJob(job);

        assertThat(runs.get(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.get(run).owner()).isNull();
    }

    @Test
    void aReconciliationLooksAtEachSliceAlsoWithoutGaps(@Autowired Reconciler reconciler) throws IOException {
        RunId run = open("slices", "");
        campaigns.plan(run, NEVER);
        claimElsewhere(run, RECIPIENTS);
        AtomicInteger looks = new AtomicInteger();

        assertThatThrownBy(() -> reconciler.reconcile(
                        PinnedCampaign.of(runs.get(run)), new StopSignal(() -> looks.incrementAndGet() == 2)))
                .isInstanceOf(SendingStopped.class);

        assertThat(looks).hasValue(2);
    }

    @LongProof
    @Test
    void theInactivityJobStops() {
        var recipients = mongo.getDb().getCollection("recipients");
        recipients.insertMany(CampaignFiles.recipients(RECIPIENTS, MANY));
        try {
            InactivityParameters parameters = InactivityParameters.of(LocalDate.parse("2026-11-24"));
            CompletableFuture<JobView> work =
                    CompletableFuture.supplyAsync(() -> jobs.start(InactivityJob.NAME, parameters.toJobParameters()));
            awaitStep("mark:range0");

            jobs.stop(jobs.list(1).get(0).id());

            assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        } finally {
            recipients.deleteMany(Filters.gte("number", RECIPIENTS));
        }
    }

    @Test
    void theResendOfARunIsStoppedByTheRun(@Autowired ResendOrders orders, @Autowired ResendControl resends)
            throws IOException {
        Resend resend = unknown("again", orders);
        assertThat(resends.stop(resend.run())).isEmpty();
        long before = SITE.accepted();
        CompletableFuture<JobView> work = send(resend);
        await().atMost(PATIENCE).until(() -> SITE.accepted() > before);

        assertThat(resends.stop(resend.run())).map(Resend::attempt).hasValue(2);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(SITE.accepted()).isLessThan(before + RECIPIENTS);
        assertThat(resends.stop(resend.run())).isEmpty();
    }

    /** As one that was frozen, and whose job was recovered meanwhile. */
    @Test
    void aResendWhoseRunIsTakenOverLeavesOff(@Autowired ResendOrders orders) throws IOException {
        Resend resend = unknown("thawed", orders);
        long before = SITE.accepted();
        CompletableFuture<JobView> work = send(resend);
        await().atMost(PATIENCE).until(() -> SITE.accepted() > before);

        mongo.getDb()
                .getCollection("runs")
                .updateOne(Filters.eq("_id", resend.run().value()), Updates.inc("epoch", 1));

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(SITE.accepted()).isLessThan(before + RECIPIENTS);
    }

    private Resend unknown(String campaign, ResendOrders orders) throws IOException {
        RunId run = open(campaign, "");
        assertThat(work(run)).succeedsWithin(PATIENCE).returns(JobState.COMPLETED, JobView::state);
        mongo.getDb()
                .getCollection("deliveries")
                .updateMany(
                        Filters.and(Filters.gte("_id", run + "|"), Filters.lt("_id", run + "}")),
                        Updates.set("state", "UNKNOWN"));
        SITE.latency(500);
        return orders.open(run, DeliveryState.UNKNOWN).orElseThrow();
    }

    private CompletableFuture<JobView> send(Resend resend) {
        return CompletableFuture.supplyAsync(
                () -> jobs.start(ResendJob.NAME, ResendParameters.of(resend).toJobParameters()));
    }

    private static StepExecution step(RunId run, JobRepository repository) {
        JobParameters parameters = new CampaignJobParameters(run).toJobParameters();
        JobExecution job = repository.createJobExecution(
                repository.createJobInstance(CampaignJob.NAME, parameters), parameters, new ExecutionContext());
        return repository.createStepExecution("plan", job);
    }
}
