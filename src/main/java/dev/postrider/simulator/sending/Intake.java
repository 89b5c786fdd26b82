package dev.postrider.simulator.sending;

import dev.postrider.simulator.accepted.AcceptedMessages;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.limits.SendingLimits;
import dev.postrider.simulator.message.EmailMessage;
import java.util.List;
import java.util.function.Supplier;

/** Where messages are taken: under the limits, counted, recorded. */
public final class Intake {

    private final Supplier<AccountOptions> account;
    private final SendingLimits limits;
    private final SendCounters counters;
    private final AcceptedMessages accepted;

    public Intake(
            Supplier<AccountOptions> account, SendingLimits limits, SendCounters counters, AcceptedMessages accepted) {
        this.account = account;
        this.limits = limits;
        this.counters = counters;
        this.accepted = accepted;
    }

    /** Whether the limits allow for so many recipients more; if so, they are taken. */
    EntryResult reserve(int recipients) {
        return switch (limits.take(recipients)) {
            case TAKEN -> EntryResult.ACCEPTABLE;
            case OVER_RATE -> EntryResult.failed(EntryStatus.ACCOUNT_THROTTLED);
            case OVER_QUOTA -> EntryResult.failed(EntryStatus.ACCOUNT_DAILY_QUOTA_EXCEEDED);
        };
    }

    Refusal refusal(EntryResult result) {
        return result.status() == EntryStatus.ACCOUNT_DAILY_QUOTA_EXCEEDED
                        && account.get().quotaIsThrottling()
                ? EntryStatus.ACCOUNT_THROTTLED.refusal(result.status().message())
                : result.refusal();
    }

    /** Takes messages whose recipients are reserved; the ids come in their order. */
    List<String> accept(List<EmailMessage> messages) {
        List<String> ids = accepted.accept(messages);
        counters.accepted(messages.stream()
                .mapToInt(message -> message.destination().size())
                .sum());
        return ids;
    }

    void refused(Refusal refusal, int recipients) {
        counters.refused(refusal, recipients);
    }
}
