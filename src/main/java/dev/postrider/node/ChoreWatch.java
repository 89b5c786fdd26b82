package dev.postrider.node;

import dev.postrider.chore.ChoreWork;
import dev.postrider.chore.DueChores;
import org.springframework.stereotype.Component;

/** Looks every period for chores that are due, and works on one at a time, while it is open. */
@Component
class ChoreWatch {

    private final PeriodicLook look;
    private final ChoreWork work;
    private final NodeSettings settings;

    ChoreWatch(DueChores due, ChoreWork work, NodeSettings settings) {
        this.look = new PeriodicLook(
                "chore-", "for jobs that are due", () -> due.now().forEach(work::goOn));
        this.work = work;
        this.settings = settings;
    }

    void open() {
        look.open(settings.period());
    }

    /** Has the chore at work stopped, and returns at once. */
    void close() {
        look.close();
        work.close();
    }

    /** False when its job has not noticed in time that it is stopped: cut short, it is left to another node. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return look.awaitEnd(deadline);
    }
}
