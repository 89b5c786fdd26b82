package dev.postrider.campaign;

import dev.postrider.delivery.RunHeld;
import dev.postrider.ledger.RunId;
import dev.postrider.proof.ProofObjected;
import dev.postrider.recipient.Scrubbed;
import dev.postrider.rollout.Guard;
import dev.postrider.rollout.GuardObjected;
import dev.postrider.rollout.GuardSettings;
import dev.postrider.run.Objection;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The runs whose jobs execute in this process. Looks at each run's document twice a second, so that a stop asked for
 * anywhere, and the loss of the run to another process, reach steps that wait; and has the guard look every few seconds.
 */
@Component
class ActiveRuns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ActiveRuns.class);

    private final Runs runs;
    private final Map<RunId, ActiveRun> active = new ConcurrentHashMap<>();
    private final Guard guard;
    private final GuardSettings guardSettings;
    private final Clock clock;
    private final List<Future<?>> watching = new ArrayList<>();
    private boolean handedOver;
    private @Nullable ScheduledExecutorService watch;

    ActiveRuns(Runs runs, Guard guard, GuardSettings guardSettings, Clock clock) {
        this.runs = runs;
        this.guard = guard;
        this.guardSettings = guardSettings;
        this.clock = clock;
    }

    synchronized void add(ActiveRun run) {
        active.put(run.held().id(), run);
        if (handedOver) {
            handOver(run);
        }
        if (watch == null) {
            watch = Executors.newScheduledThreadPool(2, task -> {
                Thread thread = new Thread(task, "run-watch");
                thread.setDaemon(true);
                return thread;
            });
            watching.add(watch.scheduleWithFixedDelay(this::lookAll, 500, 500, TimeUnit.MILLISECONDS));
            long period = guardSettings.period().toMillis();
            watching.add(watch.scheduleWithFixedDelay(this::guardAll, period, period, TimeUnit.MILLISECONDS));
        }
        watch.execute(() -> guard(run));
    }

    /** Pauses all runs, also those that are about to begin, so that another process goes on with them at once. */
    synchronized void handOver() {
        handedOver = true;
        active.values().forEach(this::handOver);
    }

    private void handOver(ActiveRun run) {
        run.hold(new RunHeld(run.held().id(), "its node was shut down", clock.instant()));
    }

    Optional<ActiveRun> find(RunId run) {
        return Optional.ofNullable(active.get(run));
    }

    void remove(RunId run) {
        active.remove(run);
    }

    @EventListener
    void on(RunHeld event) {
        find(event.run()).ifPresent(run -> run.hold(event));
    }

    @EventListener
    void on(GuardObjected event) {
        object(event.run(), Objection.GUARD, event.cause());
    }

    @EventListener
    void on(ProofObjected event) {
        object(event.run(), Objection.PROOF, event.cause());
    }

    private void object(RunId id, Objection by, String cause) {
        find(id).ifPresent(run -> run.object(by, new RunHeld(id, cause, null)));
    }

    private void lookAll() {
        active.forEach((id, run) -> {
            try {
                Run now = runs.get(id);
                holdForOthers(run, now);
                if (run.hold() != null
                        || now.state() == RunState.STOPPING
                        || now.epoch() != run.held().epoch()) {
                    run.stopSteps();
                }
            } catch (RuntimeException e) {
                log.debug("could not look at run {}: {}", id, e.getMessage());
            }
        });
    }

    /** A process that helps cannot hold the run by itself, and writes the cause into it. */
    private static void holdForOthers(ActiveRun run, Run now) {
        String cause = now.cause();
        if (cause != null
                && now.state() == RunState.SENDING
                && now.epoch() == run.held().epoch()) {
            run.hold(new RunHeld(now.id(), cause, now.resumesAt()));
        }
    }

    private void guardAll() {
        active.values().forEach(this::guard);
    }

    private void guard(ActiveRun run) {
        RunId id = run.held().id();
        try {
            if (run.hold() == null) {
                guard.look(id).ifPresent(cause -> on(new GuardObjected(id, cause)));
            }
        } catch (RuntimeException e) {
            log.warn("could not look at the bounces of run {}: {}", id, Scrubbed.cause(e));
        }
    }

    @Override
    public synchronized void destroy() {
        watching.forEach(look -> look.cancel(false));
        if (watch != null) {
            watch.shutdownNow();
        }
    }
}
