package dev.postrider.node;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** What a node looks for beside runs: slots whose time has come, chores that are due, and runs that it can help with. */
@Component
class Watches {

    private final SlotWatch slots;
    private final ChoreWatch chores;
    private final HelpingHand hand;

    Watches(SlotWatch slots, ChoreWatch chores, HelpingHand hand) {
        this.slots = slots;
        this.chores = chores;
        this.hand = hand;
    }

    void open() {
        slots.open();
        chores.open();
        hand.open();
    }

    /** Waits for the job of a chore to have stopped. */
    void close() throws InterruptedException {
        slots.close();
        hand.close();
        chores.close();
    }

    /** Waits for what is in hand of others' runs; false when something still is at the limit. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return hand.awaitEnd(limit);
    }
}
