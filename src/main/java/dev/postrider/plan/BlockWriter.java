package dev.postrider.plan;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;

/** Freezes a stream of ids into blocks. Not thread-safe. */
public final class BlockWriter {

    static final int BLOCK_SIZE = 5_000;

    private final Blocks blocks;
    private final RunId run;
    private final long epoch;
    private final List<RecipientId> pending = new ArrayList<>(BLOCK_SIZE);
    private int written;
    private long planned;

    public BlockWriter(Blocks blocks, RunId run, long epoch) {
        this.blocks = blocks;
        this.run = run;
        this.epoch = epoch;
    }

    public void add(RecipientId recipient) {
        pending.add(recipient);
        if (pending.size() == BLOCK_SIZE) {
            flush();
        }
    }

    /** Writes what is left and returns the plan, which counts only once the run's document names it. */
    public FrozenPlan close() {
        if (!pending.isEmpty()) {
            flush();
        }
        return new FrozenPlan(run, epoch, written, planned);
    }

    private void flush() {
        blocks.write(run, epoch, written++, pending);
        planned += pending.size();
        pending.clear();
    }
}
