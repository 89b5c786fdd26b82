package dev.postrider.resend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.LedgerPurge;
import dev.postrider.operations.JobBrokeOff;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunLost;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** However the job of a resend ends, its run can be sent again. */
@SpringBootTest
@Tag("mongodb")
class ResendEndsIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private ResendJobListener listener;

    @Autowired
    private ResendWork work;

    @Autowired
    private ResendOrders orders;

    @Autowired
    private Resends resends;

    @Autowired
    private DeadResends dead;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerPurge purge;

    @Autowired
    private RunHolder holder;

    @Autowired
    private JobRepository jobs;

    @Autowired
    private MongoTemplate mongo;

    private StoredResends stored;

    @BeforeEach
    void store() {
        stored = new StoredResends(mongo);
    }

    @Test
    void aProcessThatLostTheRunWritesNothingOverWhatTheOneThatHasItWrote() {
        Resend resend = stored.insert("lost", ResendState.OPEN);
        JobExecution execution = execution(resend);
        listener.beforeJob(execution);
        assertThat(state(resend)).isEqualTo(ResendState.SENDING);
        stored.takenBy(StoredResends.ALIVE, resend.run());
        stored.state(resend, ResendState.COMPLETED);

        execution.setStatus(BatchStatus.FAILED);
        listener.afterJob(execution);

        assertThat(state(resend)).isEqualTo(ResendState.COMPLETED);
        assertThat(stored.owner(resend.run())).isEqualTo(StoredResends.ALIVE);
        assertThatThrownBy(() -> holder.get(resend.run())).isInstanceOf(RunLost.class);
    }

    @Test
    void aResendWhoseRunIsTakenStops() {
        Resend resend = stored.insert("taken", ResendState.OPEN);
        JobExecution execution = execution(resend);
        listener.beforeJob(execution);
        StepExecution step = jobs.createStepExecution("send-again", execution);
        ResendStop stop = new ResendStop(step, resends, holder.get(resend.run()));
        stored.takenBy(StoredResends.ALIVE, resend.run());

        await().atMost(Duration.ofSeconds(5)).until(stop::raised);

        assertThat(step.isTerminateOnly()).isTrue();
        listener.afterJob(execution);
        assertThat(state(resend)).isEqualTo(ResendState.SENDING);
    }

    @Test
    void theCauseIsWhatWentWrongAndNamesNoAddress() {
        Resend resend = stored.insert("failed", ResendState.OPEN);
        JobExecution execution = execution(resend);
        listener.beforeJob(execution);
        execution.setStatus(BatchStatus.FAILED);
        execution.addFailureException(new IllegalStateException(
                "Unable to process chunk", new IllegalStateException("no template for someone@example.com")));

        listener.afterJob(execution);

        assertThat(state(resend)).isEqualTo(ResendState.FAILED);
        assertThat(resends.get(resend.run(), 2).cause()).isEqualTo("no template for <address>");
    }

    @Test
    void theRunIsReleasedThoughTheEndCannotBeWrittenDown() {
        Resend resend = stored.insert("unwritten", ResendState.OPEN);
        listener.beforeJob(execution(resend));
        String tooLong = "x".repeat(17 * 1024 * 1024);
        JobBrokeOff end =
                new JobBrokeOff(1, ResendJob.NAME, ResendParameters.of(resend).toMap(), tooLong);

        assertThatThrownBy(() -> listener.on(end)).isInstanceOf(BsonMaximumSizeExceededException.class);

        assertThat(stored.owner(resend.run())).isNull();
        assertThat(holder.take(resend.run()).read().id()).isEqualTo(resend.run());
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, SENDING", "COMPLETED, FAILED", "ABANDONED, FAILED"})
    void aResendWhoseJobIsOverIsOverAndTheNextAttemptCanBeOpened(BatchStatus job, ResendState written) {
        Resend resend = stored.insert((job + "-" + written).toLowerCase(Locale.ROOT), written);
        JobExecution execution = execution(resend);
        execution.setStatus(job);
        jobs.update(execution);

        work.goOn(resend);

        assertThat(state(resend)).isEqualTo(ResendState.valueOf(job.name()));
        assertThat(resends.get(resend.run(), 2).cause()).startsWith("job execution " + execution.getId());
        assertThat(stored.owner(resend.run())).isNull();
        assertThat(orders.look(resend.run(), DeliveryState.REJECTED)).isZero();
        assertThat(orders.look(resend.run(), DeliveryState.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aResendWhoseProcessDiedHasFailedAndWhatItHadClaimedIsUnknown() {
        Resend died = stored.insert("died", ResendState.SENDING);
        stored.claimed(died);
        stored.takenBy(StoredResends.DEAD, died.run());
        Resend lives = stored.insert("lives", ResendState.SENDING);
        stored.claimed(lives);
        stored.takenBy(StoredResends.ALIVE, lives.run());

        dead.settle();

        assertThat(state(died)).isEqualTo(ResendState.FAILED);
        assertThat(resends.get(died.run(), died.attempt()).cause()).isEqualTo("its process died");
        assertThat(ledger.figures(died.run()).claimed()).isZero();
        assertThat(ledger.figures(died.run()).unknown()).isEqualTo(1);
        assertThat(stored.owner(died.run())).isNull();
        assertThat(state(lives)).isEqualTo(ResendState.SENDING);
        assertThat(ledger.figures(lives.run()).claimed()).isEqualTo(1);
        assertThat(stored.owner(lives.run())).isEqualTo(StoredResends.ALIVE);
    }

    @Test
    void keptFiguresHaveNoClaims() {
        Resend died = stored.insert("kept", ResendState.SENDING);
        stored.claimed(died);

        purge.keepFigures(died.run());

        assertThat(ledger.figures(died.run()).claimed()).isZero();
        assertThat(ledger.figures(died.run()).unknown()).isEqualTo(1);
    }

    @Test
    void nothingIsSentOnceThePurgeOfTheRunHasBegun() {
        Resend resend = stored.insert("purged", ResendState.OPEN);
        purge.keepFigures(resend.run());
        Instant before = stored.restedAt(resend.run());

        assertThatThrownBy(() -> listener.beforeJob(execution(resend)))
                .isInstanceOf(ResendRefused.class)
                .hasMessageContaining("were purged");

        assertThat(state(resend)).isEqualTo(ResendState.OPEN);
        assertThat(stored.owner(resend.run())).isNull();
        assertThat(stored.restedAt(resend.run())).isEqualTo(before);
        refused(resend);
        stored.state(resend, ResendState.COMPLETED);
        refused(resend);
    }

    private void refused(Resend resend) {
        assertThatThrownBy(() -> orders.look(resend.run(), DeliveryState.UNKNOWN))
                .isInstanceOf(ResendRefused.class)
                .hasMessageContaining("were purged");
    }

    private ResendState state(Resend resend) {
        return resends.get(resend.run(), resend.attempt()).state();
    }

    private JobExecution execution(Resend resend) {
        JobParameters parameters = ResendParameters.of(resend).toJobParameters();
        return jobs.createJobExecution(
                jobs.createJobInstance(ResendJob.NAME, parameters), parameters, new ExecutionContext());
    }
}
