package dev.postrider.node;

import org.springframework.stereotype.Component;

/**
 * What a node looks for beside runs: slots whose time has come, chores that are due, runs that it can help with, and resends
 * whose process died.
 */
@Component
class Watches {

    private final SlotWatch slots;
    private final ChoreWatch chores;
    private final HelpingHand hand;
    private final ResendWatch resends;

    Watches(SlotWatch slots, ChoreWatch chores, HelpingHand hand, ResendWatch resends) {
        this.slots = slots;
        this.chores = chores;
        this.hand = hand;
        this.resends = resends;
    }

    void open() {
        slots.open();
        chores.open();
        hand.open();
        resends.open();
    }

    /** Has all work that it began come to its end, and returns at once. */
    void close() {
        slots.close();
        resends.close();
        hand.close();
        chores.close();
    }

    /** Waits for chores and what is in hand of others' runs; false when something still is at the deadline. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return hand.awaitEnd(deadline) && chores.awaitEnd(deadline);
    }
}
