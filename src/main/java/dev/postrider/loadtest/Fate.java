package dev.postrider.loadtest;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import java.util.Locale;

/** What became of one message: accepted, or why not; the better first. */
enum Fate {
    ACCEPTED,
    REJECTED,
    THROTTLED,
    QUOTA,
    SENDING_PAUSED,
    SENDER,
    ACCOUNT,
    CONFIGURATION_SET,
    NOT_SENT,
    UNKNOWN;

    /**
     * One message's fate.
     *
     * @param cause in SES's words, or those of the network; empty for an accepted message
     */
    record Told(Fate fate, String cause) {

        static Told of(Outcome outcome) {
            if (outcome instanceof Outcome.Accepted) {
                return new Told(ACCEPTED, "");
            }
            if (outcome instanceof Outcome.Rejected rejected) {
                return new Told(REJECTED, rejected.reason());
            }
            if (outcome instanceof Outcome.Throttled throttled) {
                return new Told(THROTTLED, throttled.cause());
            }
            if (outcome instanceof Outcome.Held held) {
                return new Told(Fate.of(held.hold()), held.cause());
            }
            if (outcome instanceof Outcome.NotSent notSent) {
                return new Told(NOT_SENT, notSent.cause());
            }
            return new Told(UNKNOWN, ((Outcome.Unknown) outcome).cause());
        }
    }

    private static Fate of(Hold hold) {
        return switch (hold) {
            case QUOTA -> QUOTA;
            case SENDING_PAUSED -> SENDING_PAUSED;
            case SENDER -> SENDER;
            case ACCOUNT -> ACCOUNT;
            case CONFIGURATION_SET -> CONFIGURATION_SET;
        };
    }

    /** SES, or its absence, speaks against all that would follow too. */
    boolean isHold() {
        return switch (this) {
            case QUOTA, SENDING_PAUSED, SENDER, ACCOUNT, CONFIGURATION_SET -> true;
            case ACCEPTED, REJECTED, THROTTLED, NOT_SENT, UNKNOWN -> false;
        };
    }

    /** Nobody answered, or not so that one knows more. */
    boolean isSilence() {
        return this == NOT_SENT || this == UNKNOWN;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
