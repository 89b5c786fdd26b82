package dev.postrider.run;

import dev.postrider.ledger.LedgerSettings;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunReleased;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The runs that this process holds. */
@Component
public class RunHolder {

    private static final Logger log = LoggerFactory.getLogger(RunHolder.class);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Runs runs;
    private final Owners owners;
    private final LedgerSettings settings;
    private final ApplicationEventPublisher events;
    private final Map<RunId, HeldRun> held = new ConcurrentHashMap<>();

    RunHolder(Runs runs, Owners owners, LedgerSettings settings, ApplicationEventPublisher events) {
        this.runs = runs;
        this.owners = owners;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Takes the run for this process. After a crash this waits until the dead process's lease has run out.
     *
     * @throws RunBusy when another live process holds it
     */
    public HeldRun take(RunId run) {
        HeldRun mine = held.get(run);
        if (mine != null) {
            return mine;
        }
        long deadline = System.nanoTime() + settings.lease().plus(POLL).toNanos();
        boolean told = false;
        while (true) {
            Run seen = runs.get(run);
            String owner = seen.owner();
            if (owner == null || !owners.alive(owner)) {
                Optional<Run> taken = runs.take(seen, owners.self());
                if (taken.isPresent()) {
                    return held.computeIfAbsent(run, id -> new HeldRun(runs, taken.get()));
                }
            } else if (System.nanoTime() > deadline) {
                throw new RunBusy(run, owners.describe(owner));
            } else if (!told) {
                log.warn("run {} is held by {}; waiting whether that still lives", run, owners.describe(owner));
                told = true;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /**
     * Takes the run for this process unless somebody works on it, or has since it was seen; waits for nobody.
     *
     * @return whether this process holds the run now, and did not before
     */
    public boolean tryTake(Run seen) {
        if (held.containsKey(seen.id()) || ownedElsewhere(seen)) {
            return false;
        }
        Optional<Run> taken = runs.take(seen, owners.self());
        taken.ifPresent(run -> held.put(run.id(), new HeldRun(runs, run)));
        return taken.isPresent();
    }

    /** A live process is entered as the owner; where that is this process it may be by an end that was not written down. */
    public boolean ownedElsewhere(Run seen) {
        String owner = seen.owner();
        return owner != null && !owner.equals(owners.self()) && owners.alive(owner);
    }

    /** A live process, this one or another, is entered as the owner. */
    public boolean owned(Run seen) {
        return seen.owner() != null && owners.alive(seen.owner());
    }

    /** @throws RunLost when this process does not hold the run */
    public HeldRun get(RunId run) {
        HeldRun mine = held.get(run);
        if (mine == null) {
            throw new RunLost(run);
        }
        return mine;
    }

    /**
     * Ends this process's hold on the run, whatever becomes of the entry in its document.
     *
     * @throws RunLost when another process holds it
     */
    public void release(RunId run) {
        HeldRun mine = held.remove(run);
        if (mine != null) {
            events.publishEvent(new RunReleased(run));
            mine.release();
        }
    }
}
