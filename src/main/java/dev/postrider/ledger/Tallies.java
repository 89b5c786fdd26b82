package dev.postrider.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tallies of the runs that this process works on, and of the campaigns that it has worked on. */
@Component
public class Tallies {

    private final Map<RunId, Tally> runs = new ConcurrentHashMap<>();
    private final Map<String, Tally> campaigns = new ConcurrentHashMap<>();

    /** The same one until the run is released. */
    public Tally of(RunId run) {
        return runs.computeIfAbsent(run, id -> new Tally(id.isProof() ? null : ofCampaign(id.campaign())));
    }

    private Tally ofCampaign(String campaign) {
        return campaigns.computeIfAbsent(campaign, name -> new Tally(null));
    }

    /** Those of runs that are not released, a copy. */
    public Map<RunId, Tally> byRun() {
        return Map.copyOf(runs);
    }

    /** Those of campaigns, which only grow while the process lives; a copy. */
    public Map<String, Tally> byCampaign() {
        return Map.copyOf(campaigns);
    }

    @EventListener
    void on(RunReleased event) {
        runs.remove(event.run());
    }
}
