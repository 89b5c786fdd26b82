package dev.postrider.loadtest;

import dev.postrider.loadtest.Ending.End;
import dev.postrider.loadtest.LoadReport.State;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** One load test of an account: to be run once. It may be stopped from another thread. */
public final class LoadTest {

    private final LoadPlan plan;
    private final AllowedLoad allowed;
    private final Shipments shipments;
    private final LoadSender sender;
    private final Ending ending;

    LoadTest(LoadPlan plan, AllowedLoad allowed, Shipments shipments, LoadSender sender, Ending ending) {
        this.plan = plan;
        this.allowed = allowed;
        this.shipments = shipments;
        this.sender = sender;
        this.ending = ending;
    }

    /** What the account's limits leave of the plan. */
    public AllowedLoad allowed() {
        return allowed;
    }

    /** Messages tried so far. */
    public long tried() {
        return sender.measurements().tried();
    }

    /** Begins no more requests; those in hand are finished. */
    public void stop() {
        ending.end(State.STOPPED, "it was stopped");
    }

    /** Tries every message once, until all are tried or something speaks against the rest. */
    public LoadReport run() {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            CompletableFuture<?>[] workers = IntStream.range(0, plan.threads())
                    .mapToObj(i -> CompletableFuture.runAsync(this::work, threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(workers).join();
        } finally {
            threads.shutdown();
        }
        return report();
    }

    private void work() {
        try {
            Optional<Shipment> next = shipments.next();
            while (next.isPresent() && !ending.ended()) {
                sender.send(next.get());
                next = shipments.next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        } catch (RuntimeException | Error e) {
            ending.end(State.FAILED, "a thread failed");
            throw e;
        }
    }

    private LoadReport report() {
        Measurements measured = sender.measurements();
        double seconds = sender.spent().toNanos() / 1e9;
        End end = ending.reason().orElseGet(this::regularEnd);
        return new LoadReport(
                end.state(),
                end.reason(),
                plan.count(),
                measured.messages(),
                measured.requests(),
                new LoadReport.Rate(allowed.rate(), rounded(measured.accepted() / seconds)),
                rounded(seconds));
    }

    private End regularEnd() {
        if (shipments.quotaReached()) {
            return new End(State.LIMITED, "the account's quota leaves no more messages in its 24 hours");
        }
        return sender.measurements().accepted() == 0
                ? new End(State.FAILED, "SES took none of the messages")
                : new End(State.COMPLETED, null);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
