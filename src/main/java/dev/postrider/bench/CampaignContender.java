package dev.postrider.bench;

import dev.postrider.campaign.CampaignJob;
import dev.postrider.campaign.CampaignJobParameters;
import dev.postrider.campaign.CampaignRuns;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.outbox.RedisMemory;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.RunState;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The campaign job, from opening the run to its report; measured from the first render to the last outcome. */
@Lazy
@Component
final class CampaignContender implements Contender {

    private static final Instant FIRST_SLOT = Instant.parse("2026-01-01T00:00:00Z");

    private final CampaignRuns runs;
    private final Jobs jobs;
    private final RunReports reports;
    private final Tallies tallies;
    private final RedisMemory redis;

    CampaignContender(CampaignRuns runs, Jobs jobs, RunReports reports, Tallies tallies, RedisMemory redis) {
        this.runs = runs;
        this.jobs = jobs;
        this.reports = reports;
        this.tallies = tallies;
        this.redis = redis;
    }

    @Override
    public Round race(int number, int most) {
        Instant slot = FIRST_SLOT.plus(Duration.ofMinutes(number));
        RunId run = runs.open(BenchFiles.NAME, slot, null).id();
        runs.take(run);
        Meter meter = Meter.start(tallies.of(run));
        JobView job = jobs.start(CampaignJob.NAME, new CampaignJobParameters(run).toJobParameters());
        end(meter);
        RunReport report = reports.of(run);
        if (report.state() != RunState.COMPLETED || report.sent() == 0) {
            throw new BenchFailed("the campaign ended as " + report.state() + " with " + report.sent() + " sent"
                    + (job.cause() == null ? "" : ": " + job.cause()));
        }
        return new Round(report.sent(), seconds(job, meter), meter.effort(redis.peakBytes()));
    }

    private static void end(Meter meter) {
        try {
            meter.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted");
        }
    }

    private static double seconds(JobView job, Meter meter) {
        Instant firstRender = job.steps().stream()
                .filter(step -> step.name().equals("render"))
                .map(step -> step.startedAt())
                .findFirst()
                .orElse(null);
        if (firstRender == null) {
            throw new BenchFailed("the campaign rendered nothing");
        }
        Instant lastOutcome = Instant.now().minusNanos(System.nanoTime() - meter.lastOutcome());
        return Duration.between(firstRender, lastOutcome).toNanos() / 1e9;
    }
}
