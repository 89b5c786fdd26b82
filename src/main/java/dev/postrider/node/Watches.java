package dev.postrider.node;

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

    /** Has all work that it began come to its end, and returns at once. */
    void close() {
        slots.close();
        hand.close();
        chores.close();
    }

    /** Waits for chores and what is in hand of others' runs; false when something still is at the deadline. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return hand.awaitEnd(deadline) && chores.awaitEnd(deadline);
    }
}
