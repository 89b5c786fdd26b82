package dev.postrider.campaign;

import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Settles what a process that died left of a run; to go on with the run is for a node, or a person, as before. */
@Service
class RunRecovery {

    private final Runs runs;
    private final RunHolder holder;
    private final Claims claims;
    private final Owners owners;

    RunRecovery(Runs runs, RunHolder holder, Claims claims, Owners owners) {
        this.runs = runs;
        this.holder = holder;
        this.claims = claims;
        this.owners = owners;
    }

    /**
     * What dead processes had in hand is UNKNOWN, a run that was stopping has stopped, and the process that had it is shut out
     * should it thaw. Without effect on a run that is over, or that a live process has; waits for nobody.
     */
    void settle(RunId id) {
        if (unowned(id).filter(this::tryTake).isPresent()) {
            settleClaims(id);
            unowned(id).filter(run -> run.state() == RunState.STOPPING).ifPresent(runs::settleStop);
        }
    }

    private Optional<Run> unowned(RunId id) {
        return runs.find(id).filter(run -> !run.state().over() && !holder.owned(run));
    }

    /** Looks once more: somebody may have asked the run to stop since it was seen. */
    private boolean tryTake(Run seen) {
        return holder.tryTake(seen)
                || unowned(seen.id()).filter(holder::tryTake).isPresent();
    }

    private void settleClaims(RunId id) {
        try {
            claims.takeOverDead(id, this::dead);
            claims.takeOverDead(id.proof(), this::dead);
        } finally {
            holder.release(id);
        }
    }

    private boolean dead(String owner) {
        return !owners.alive(owner);
    }
}
