package dev.postrider.ledger;

import org.springframework.stereotype.Component;

/** The deliveries to a run's team, which are in none of its figures. */
@Component
class ProofRemains implements RunRemains {

    private final Deliveries deliveries;

    ProofRemains(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void delete(RunId run) {
        deliveries.collection().deleteMany(Deliveries.ofRun(run.proof()));
    }
}
