package dev.postrider.resend;

import dev.postrider.ledger.Attempts;
import dev.postrider.run.RunHolder;
import dev.postrider.run.Runs;
import org.springframework.stereotype.Service;

/** Resends whose process died: a person may go on with them. */
@Service
public class DeadResends {

    private static final String DIED = "its process died";

    private final Resends resends;
    private final Runs runs;
    private final RunHolder holder;
    private final Attempts attempts;

    DeadResends(Resends resends, Runs runs, RunHolder holder, Attempts attempts) {
        this.resends = resends;
        this.runs = runs;
        this.holder = holder;
        this.attempts = attempts;
    }

    /** They have failed, and what they had claimed is UNKNOWN. Waits for nobody. */
    public void settle() {
        resends.sending().forEach(this::settle);
    }

    /** Without effect on one that is not being sent, or whose run a live process has. */
    void settle(Resend seen) {
        boolean taken = runs.find(seen.run())
                .filter(run -> !holder.owned(run))
                .filter(holder::tryTake)
                .isPresent();
        if (!taken) {
            return;
        }
        try {
            if (resends.get(seen.run(), seen.attempt()).state() == ResendState.SENDING) {
                attempts.takeOverDead(seen.run(), owner -> true);
                resends.set(ResendParameters.of(seen), ResendState.FAILED, DIED);
            }
        } finally {
            holder.release(seen.run());
        }
    }
}
