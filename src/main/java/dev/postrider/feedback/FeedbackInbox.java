package dev.postrider.feedback;

import dev.postrider.recipient.EmailAddress;
import dev.postrider.suppression.Suppressions;
import org.springframework.stereotype.Service;

/** Takes feedback in, from wherever it comes. */
@Service
public class FeedbackInbox {

    private final FeedbackRecords records;
    private final Suppressions suppressions;

    FeedbackInbox(FeedbackRecords records, Suppressions suppressions) {
        this.records = records;
        this.suppressions = suppressions;
    }

    /**
     * Suppresses an address that must not be mailed any more, and then records the feedback durably. Idempotent; who lifts the
     * suppression later is not overruled by the same event again.
     *
     * @return false when it had been taken before
     */
    public boolean take(Feedback feedback) {
        if (records.has(feedback)) {
            return false;
        }
        EmailAddress address = feedback.address();
        if (address != null && feedback.suppresses() && !FeedbackRecords.simulated(feedback)) {
            suppressions.add(address.normalised(), reason(feedback), feedback.detail() + ", run " + feedback.run());
        }
        return records.add(feedback);
    }

    private static String reason(Feedback feedback) {
        return feedback instanceof Feedback.Bounce ? "bounce" : "complaint";
    }
}
