package dev.postrider.ses;

import dev.postrider.delivery.Hold;
import dev.postrider.delivery.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns errors of SES into outcomes. Thread-safe. */
@Component
class Refusals {

    private static final Duration CLOCKS_AGREE = Duration.ofMinutes(1);

    private final SesSettings settings;
    private final Clock clock;

    Refusals(SesSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What an error answer means for the messages of the request, each of them. */
    Outcome outcome(SesAnswer.Answered answer, Mailbox sender) {
        return outcome(SesError.of(answer), answer.date(), sender);
    }

    /** What the status of one message in a bulk request means. */
    Outcome outcome(SesError error, Mailbox sender) {
        return outcome(error, null, sender);
    }

    private Outcome outcome(SesError error, @Nullable Instant date, Mailbox sender) {
        String cause = error.shown(sender.address());
        return switch (Refusal.of(error)) {
            case THROTTLED -> new Outcome.Throttled(cause);
            case QUOTA -> new Outcome.Held(Hold.QUOTA, cause);
            case EXPIRED -> expired(date, cause);
            case SENDING_PAUSED -> new Outcome.Held(Hold.SENDING_PAUSED, cause);
            case UNVERIFIED -> unverified(error.text(), cause, sender);
            case CONFIGURATION_SET -> new Outcome.Held(Hold.CONFIGURATION_SET, cause);
            case SENDER -> new Outcome.Held(Hold.SENDER, cause);
            case ACCOUNT -> new Outcome.Held(Hold.ACCOUNT, cause);
            case REJECTED -> new Outcome.Rejected(cause);
            case FAILED ->
                settings.failedEntries() == SesSettings.FailedEntries.NOT_SENT
                        ? new Outcome.NotSent(cause)
                        : new Outcome.Unknown(cause);
            case UNKNOWN -> new Outcome.Unknown(cause);
        };
    }

    /** The request was too late, unless the clocks differ: then all that follow would be refused as well. */
    private Outcome expired(@Nullable Instant date, String cause) {
        Duration difference = date == null ? Duration.ZERO : Duration.between(date, clock.instant());
        if (difference.abs().compareTo(CLOCKS_AGREE) <= 0) {
            return new Outcome.NotSent(cause);
        }
        return new Outcome.Held(
                Hold.ACCOUNT,
                "the clock of this machine is " + difference.toSeconds() + " s off the one of SES (" + cause + ")");
    }

    private Outcome unverified(String text, String cause, Mailbox sender) {
        String identities = text.toLowerCase(Locale.ROOT);
        boolean sandbox = identities.contains("@")
                && !identities.contains(sender.address().toLowerCase(Locale.ROOT))
                && !identities.contains(" " + sender.domain().toLowerCase(Locale.ROOT));
        if (!sandbox) {
            return new Outcome.Held(Hold.SENDER, cause);
        }
        return settings.allowSandbox()
                ? new Outcome.Rejected(cause)
                : new Outcome.Held(Hold.ACCOUNT, "the account is in the sandbox of SES (" + cause + ")");
    }
}
