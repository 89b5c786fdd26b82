package dev.postrider.campaign;

import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
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
        runs.find(id)
                .filter(run -> !run.state().over() && !holder.owned(run))
                .filter(holder::tryTake)
                .ifPresent(this::settleHeld);
    }

    private void settleHeld(Run seen) {
        try {
            claims.takeOverDead(seen.id(), this::dead);
            claims.takeOverDead(seen.id().proof(), this::dead);
            if (seen.state() == RunState.STOPPING) {
                holder.get(seen.id()).rest(RunState.STOPPED, null);
            }
        } finally {
            holder.release(seen.id());
        }
    }

    private boolean dead(String owner) {
        return !owners.alive(owner);
    }
}
