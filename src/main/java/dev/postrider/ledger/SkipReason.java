package dev.postrider.ledger;

import dev.postrider.recipient.Subscription;
import java.util.Locale;
import java.util.Optional;

/** Why a planned recipient was not mailed. */
public enum SkipReason {
    SUPPRESSED,
    UNSUBSCRIBED,
    PENDING,
    PAUSED,
    /** The recipient was deleted after planning. */
    GONE,
    RENDER_FAILED,
    /** The recipient has had as many mails of the topic as the campaign's cap allows. */
    FREQUENCY_CAP,
    /** The run was abandoned before this recipient's turn. */
    NOT_ATTEMPTED;

    /** The reason in a subscription, empty where it allows mail. */
    public static Optional<SkipReason> of(Subscription subscription) {
        return switch (subscription) {
            case SUBSCRIBED -> Optional.empty();
            case PENDING -> Optional.of(PENDING);
            case PAUSED -> Optional.of(PAUSED);
            case UNSUBSCRIBED -> Optional.of(UNSUBSCRIBED);
        };
    }

    /** As it stands in the ledger and in figures: {@code render-failed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
