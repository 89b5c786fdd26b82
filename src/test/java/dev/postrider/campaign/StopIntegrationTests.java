package dev.postrider.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.outbox.Outbox;
import dev.postrider.run.RunState;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a run is at, it is over five seconds after a stop at the latest. */
class StopIntegrationTests extends StoppedInProcess {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    proof       | proof: [ann@team.example, bob@team.example]
                    first-share | rollout: { first: 20%, watch: 1h }
                    deliver     | topic: news
                    """)
    void aRunThatWaitsForPermitsStops(String step, String key) throws IOException {
        RunId run = open(step, key + "\nlimits: { rate: 0.01 }");
        long before = SITE.accepted();
        CompletableFuture<JobView> work = work(run);
        awaitStep(step);

        stops(run, work);

        assertThat(SITE.accepted()).isEqualTo(before);
    }

    @Test
    void aRunWhoseOutboxIsFullStops(@Autowired Outbox outbox) throws IOException {
        RunId run = open("full", "limits: { rate: 0.01 }");
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> outbox.depth(run).entries() >= StopSite.OUTBOX_ENTRIES);

        stops(run, work);
    }

    @Test
    void aRunOfWhichSesTakesNothingStops() throws IOException {
        SITE.throttleEvery(1);
        RunId run = open("throttled", "");
        long before = SITE.throttled();
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> SITE.throttled() > before);

        stops(run, work);
    }

    @Test
    void aRunInTheMiddleOfSendingStops() throws IOException {
        SITE.latency(500);
        RunId run = open("sending", "");
        long before = SITE.accepted();
        CompletableFuture<JobView> work = work(run);
        await().atMost(PATIENCE).until(() -> SITE.accepted() > before);

        stops(run, work);

        assertThat(SITE.accepted()).isLessThan(before + RECIPIENTS);
    }

    @Test
    void aRunThatWasTakenAndHasNotBegunStops() throws IOException {
        RunId run = open("taken", "");
        campaigns.take(run);
        long before = SITE.accepted();

        control.stop(run);
        CompletableFuture<JobView> work = work(run);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(SITE.accepted()).isEqualTo(before);
    }

    @Test
    void aRunWhoseFirstShareIsWatchedStops() throws IOException {
        RunId run = open("watched", "rollout: { first: 20%, watch: 1h }");
        assertThat(work(run)).succeedsWithin(PATIENCE);
        assertThat(runs.get(run).state()).isEqualTo(RunState.PAUSED);

        control.stop(run);

        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aRunThatWaitsForWhatAnotherProcessHasInHandStops() throws IOException {
        RunId run = open("reconcile", "");
        campaigns.plan(run, NEVER);
        claimElsewhere(run, 1);
        CompletableFuture<JobView> work = work(run);
        awaitStep("reconcile");

        stops(run, work);
    }

    private void stops(RunId run, CompletableFuture<JobView> work) {
        control.stop(run);

        assertThat(work).succeedsWithin(LIMIT).returns(JobState.STOPPED, JobView::state);
        assertThat(runs.get(run).state()).isEqualTo(RunState.STOPPED);
    }
}
