package dev.postrider.report;

import dev.postrider.ledger.Delivery;
import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** What became of the copies for a run's team, those that were not tried yet left out. */
@Component
class ProofReports {

    private final DeliveryRecords deliveries;

    ProofReports(DeliveryRecords deliveries) {
        this.deliveries = deliveries;
    }

    List<ProofReport> of(RunId run) {
        List<ProofReport> copies = new ArrayList<>();
        deliveries.forEach(run.proof(), EnumSet.allOf(DeliveryState.class), copy -> copies.add(report(copy)));
        return copies;
    }

    private static ProofReport report(Delivery copy) {
        return new ProofReport(
                copy.recipient().value(),
                copy.state(),
                copy.reason() == null ? copy.detail() : copy.reason(),
                copy.settledAt());
    }
}
