package dev.postrider.campaign;

import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Run;
import dev.postrider.run.RunBusy;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import java.util.List;
import org.springframework.stereotype.Service;

/** Gives a run up: whoever had no turn is skipped as not attempted, and neither the run nor its proof ever goes on. */
@Service
class RunAbandonment {

    private final RunHolder holder;
    private final Blocks blocks;
    private final Ledger ledger;
    private final Claims claims;
    private final FinishedOutbox outbox;

    RunAbandonment(RunHolder holder, Blocks blocks, Ledger ledger, Claims claims, FinishedOutbox outbox) {
        this.holder = holder;
        this.blocks = blocks;
        this.ledger = ledger;
        this.claims = claims;
        this.outbox = outbox;
    }

    /**
     * Abandons the run; without effect on one that is over.
     *
     * @throws RunBusy while a live process works on it
     */
    void abandon(RunId run) {
        HeldRun held = holder.take(run);
        try {
            if (!held.read().state().over()) {
                outbox.drop(run);
                close(held.read());
                held.rest(RunState.ABANDONED, null);
            }
        } finally {
            holder.release(run);
        }
    }

    private void close(Run run) {
        FrozenPlan plan = run.plan();
        if (plan == null) {
            return;
        }
        for (int block = 0; block < plan.blocks(); block++) {
            for (List<RecipientId> slice : Reconciler.slices(blocks.read(plan, block))) {
                claims.takeOverDead(run.id(), slice, owner -> true);
                ledger.skip(
                        run.id(),
                        ledger.gaps(run.id(), slice).stream()
                                .map(gap -> Skip.of(gap, SkipReason.NOT_ATTEMPTED))
                                .toList());
            }
        }
        claims.takeOverDead(
                run.id().proof(), PinnedCampaign.of(run).proofOrder().recipients(), owner -> true);
    }
}
