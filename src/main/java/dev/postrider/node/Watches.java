package dev.postrider.node;

import org.springframework.stereotype.Component;

/** What a node looks for beside runs: slots whose time has come, and chores that are due. */
@Component
class Watches {

    private final SlotWatch slots;
    private final ChoreWatch chores;

    Watches(SlotWatch slots, ChoreWatch chores) {
        this.slots = slots;
        this.chores = chores;
    }

    void open() {
        slots.open();
        chores.open();
    }

    /** Waits for the job of a chore to have stopped. */
    void close() throws InterruptedException {
        slots.close();
        chores.close();
    }
}
