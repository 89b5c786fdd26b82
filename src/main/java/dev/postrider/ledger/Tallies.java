package dev.postrider.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The tallies of the runs that this process works on. */
@Component
public class Tallies {

    private final Map<RunId, Tally> tallies = new ConcurrentHashMap<>();

    public Tally of(RunId run) {
        return tallies.computeIfAbsent(run, id -> new Tally());
    }
}
