package dev.postrider.ledger;

import java.util.Locale;

/** Why a planned recipient was not mailed. */
public enum SkipReason {
    SUPPRESSED,
    UNSUBSCRIBED,
    PENDING,
    PAUSED,
    /** The recipient was deleted after planning. */
    GONE,
    RENDER_FAILED,
    /** The run was abandoned before this recipient's turn. */
    NOT_ATTEMPTED;

    /** As it stands in the ledger and in figures: {@code render-failed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
