package dev.postrider.feedback;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.RecipientId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one recipient's mail of a run came to after SES had taken it. */
public sealed interface Feedback {

    RunId run();

    RecipientId recipient();

    /** Where the mail went, null where the event's address is none. */
    @Nullable
    EmailAddress address();

    /** SES's own word for it, such as {@code NoEmail} or {@code abuse}. */
    String detail();

    /** As it stands in the store: {@code bounce-permanent}. */
    String label();

    /** The address must not be mailed any more. */
    boolean suppresses();

    /** The mail was not delivered. */
    record Bounce(
            RunId run, RecipientId recipient, @Nullable EmailAddress address, BounceType type, String detail)
            implements Feedback {

        @Override
        public String label() {
            return "bounce-" + type.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean suppresses() {
            return type == BounceType.PERMANENT;
        }
    }

    /** The recipient called the mail spam, or worse. */
    record Complaint(
            RunId run, RecipientId recipient, @Nullable EmailAddress address, String detail) implements Feedback {

        @Override
        public String label() {
            return "complaint";
        }

        @Override
        public boolean suppresses() {
            return true;
        }
    }
}
