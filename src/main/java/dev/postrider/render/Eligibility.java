package dev.postrider.render;

import dev.postrider.frequency.FrequencyCap;
import dev.postrider.frequency.FrequencyCaps;
import dev.postrider.ledger.SkipReason;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.suppression.Suppressions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decides which planned recipients may be mailed now: by suppression and consent, then by the run's cap where it has one. */
@Component
class Eligibility {

    private final Suppressions suppressions;
    private final FrequencyCaps caps;

    Eligibility(Suppressions suppressions, FrequencyCaps caps) {
        this.suppressions = suppressions;
        this.caps = caps;
    }

    Mailable among(RenderOrder order, List<RecipientId> planned, Map<RecipientId, Recipient> found) {
        Mailable mailable = Mailable.among(planned, found, suppressions);
        FrequencyCap cap = order.cap();
        return cap == null
                ? mailable
                : mailable.without(caps.reached(order.plan().run(), cap, mailable.ids()), SkipReason.FREQUENCY_CAP);
    }
}
