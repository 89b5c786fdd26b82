package dev.postrider.resend;

import dev.postrider.ledger.Attempts;
import dev.postrider.ledger.DeliveryState;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reports of resends, computed from the ledger. */
@Service
public class ResendReports {

    private final Resends resends;
    private final Attempts attempts;

    ResendReports(Resends resends, Attempts attempts) {
        this.resends = resends;
        this.attempts = attempts;
    }

    /** As it stands now. */
    public Resend refresh(Resend resend) {
        return resends.get(resend.run(), resend.attempt());
    }

    /** Of the latest attempt of each delivery: one that a later resend sent again is counted there. */
    public ResendReport of(Resend resend) {
        Map<DeliveryState, Long> counts = attempts.figures(resend.run(), resend.attempt());
        long sent = counts.getOrDefault(DeliveryState.SENT, 0L);
        long rejected = counts.getOrDefault(DeliveryState.REJECTED, 0L);
        long unknown = counts.getOrDefault(DeliveryState.UNKNOWN, 0L);
        return new ResendReport(
                resend.run().value(),
                resend.attempt(),
                resend.of(),
                refresh(resend).state(),
                resend.selected(),
                sent,
                rejected,
                unknown,
                resend.selected() - sent - rejected - unknown);
    }
}
