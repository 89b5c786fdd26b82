package dev.postrider.schedule;

import java.time.Instant;

/** Starts the run of a campaign's slot. */
@FunctionalInterface
public interface SlotLauncher {

    /**
     * Called once at least for each slot that is due, by one node or by several at once; a second call has no effect. The run
     * is open by then. Returns when the run will be worked on whatever happens to this process, and does not wait for it to
     * be over: other campaigns wait meanwhile. When it throws, the slot is tried again until its grace is over.
     */
    void launch(String campaign, Instant slot);
}
