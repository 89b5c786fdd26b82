package dev.postrider.assist;

import dev.postrider.delivery.RunHeld;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Helps to send runs that other processes hold:
 *
 * <ol>
 *   <li>Twice a second it looks for partitions that are free, claims as many as it has threads for, and executes them; in
 *       stages that are joinable it adds partitions of its own.
 *   <li>It leaves a run that is not sending under the same epoch any more, or whose holder is dead, and a stage that is told
 *       to stop: what is claimed in the ledger is finished first, and what is left of its partitions is free for others.
 *   <li>When SES or a limit does not let it go on it writes that into the run, where the holder finds it.
 * </ol>
 *
 * It never fails a run: the holder works on a partition that failed here, and finds out for itself.
 */
@Service
public class Assistance {

    private final Runs runs;
    private final RunHolder holder;
    private final Crews crews;
    private final ApplicationEventPublisher events;
    private final Map<RunId, AssistedRun> assisted = new ConcurrentHashMap<>();
    private volatile boolean left;

    Assistance(Runs runs, RunHolder holder, Crews crews, ApplicationEventPublisher events) {
        this.runs = runs;
        this.holder = holder;
        this.crews = crews;
        this.events = events;
    }

    /** Runs that can be helped with and are not yet, the oldest first. */
    public List<Run> wanted() {
        return runs.open().stream()
                .filter(run -> sending(run) && !assists(run.id()) && holder.ownedElsewhere(run))
                .toList();
    }

    /** True until all that this process does for another's run is over. */
    public boolean assists(RunId run) {
        return assisted.containsKey(run);
    }

    /** Works on the run until it has to be left, and returns when everything in hand is finished. */
    public void assist(Run run) throws InterruptedException {
        AssistedRun work = new AssistedRun(crews.of(run), () -> goesOn(run));
        if (left || assisted.putIfAbsent(run.id(), work) != null) {
            return;
        }
        try {
            if (left) {
                work.leave();
            }
            work.untilOver();
        } finally {
            assisted.remove(run.id());
            events.publishEvent(new RunReleased(run.id()));
        }
    }

    private boolean goesOn(Run run) {
        return runs.find(run.id())
                .filter(now -> now.epoch() == run.epoch() && sending(now) && holder.ownedElsewhere(now))
                .isPresent();
    }

    private static boolean sending(Run run) {
        return run.state() == RunState.SENDING && run.cause() == null;
    }

    @EventListener
    void on(RunHeld event) {
        AssistedRun work = assisted.get(event.run());
        if (work != null) {
            runs.hold(work.run(), event.cause(), event.resumesAt());
            work.leave();
        }
    }

    /** Has all work end, and begins none any more. Returns at once. */
    public void leaveAll() {
        left = true;
        assisted.values().forEach(AssistedRun::leave);
    }
}
