package dev.postrider.limits;

import org.springframework.stereotype.Component;

/** How far throttling has lowered the rate of all nodes, some seconds old: for people to read. */
@Component
public class RateShare {

    private final QuotaSnapshots snapshots;

    RateShare(QuotaSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** Of the account's rate; 1 is all of it. */
    public double latest() {
        return snapshots.rateShare();
    }
}
