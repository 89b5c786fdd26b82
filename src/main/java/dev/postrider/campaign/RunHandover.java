package dev.postrider.campaign;

import org.springframework.stereotype.Service;

/** The end of this process's work, where others are there to go on with it. */
@Service
public class RunHandover {

    private final ActiveRuns active;

    RunHandover(ActiveRuns active) {
        this.active = active;
    }

    /**
     * Asks all campaign runs at work in this process to pause, and returns at once: they finish what is claimed. Whoever
     * looks for runs that are due may go on with them; a run that somebody asked to stop is stopped all the same.
     */
    public void handOver() {
        active.handOver();
    }
}
