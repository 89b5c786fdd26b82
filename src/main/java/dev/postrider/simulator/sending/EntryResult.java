package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;

/** What a bulk entry is answered; a single send gets the like. */
record EntryResult(
        EntryStatus status,
        @Nullable String error,
        @Nullable String messageId) {

    /** A message that nothing speaks against, before it has its id. */
    static final EntryResult ACCEPTABLE = new EntryResult(EntryStatus.SUCCESS, null, null);

    static EntryResult accepted(String messageId) {
        return new EntryResult(EntryStatus.SUCCESS, null, messageId);
    }

    static EntryResult failed(EntryStatus status) {
        return failed(status, status.message());
    }

    static EntryResult failed(EntryStatus status, String error) {
        return new EntryResult(status, error, null);
    }

    boolean isAcceptable() {
        return status == EntryStatus.SUCCESS;
    }

    Refusal refusal() {
        return error == null ? status.refusal() : status.refusal(error);
    }
}
