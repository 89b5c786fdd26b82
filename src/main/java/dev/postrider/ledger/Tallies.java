package dev.postrider.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tallies of the runs that this process works on. */
@Component
public class Tallies {

    private final Map<RunId, Tally> tallies = new ConcurrentHashMap<>();

    /** The same one until the run is released. */
    public Tally of(RunId run) {
        return tallies.computeIfAbsent(run, id -> new Tally());
    }

    @EventListener
    void on(RunReleased event) {
        tallies.remove(event.run());
    }
}
