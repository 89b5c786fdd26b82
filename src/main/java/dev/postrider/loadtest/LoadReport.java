package dev.postrider.loadtest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load test found. Outcomes and mailboxes go by their labels, such as {@code accepted}, {@code throttled} and
 * {@code not-sent}, {@code success} and {@code bounce}.
 *
 * @param reason why it ended before all was tried, or failed
 * @param planned messages
 * @param seconds from the start to the end; the last message's share of time counts as a whole
 */
public record LoadReport(
        State state,
        @Nullable String reason,
        long planned,
        Messages messages,
        Requests requests,
        Rate rate,
        double seconds) {

    public enum State {
        /** All messages were tried. */
        COMPLETED,
        /** Someone stopped it. */
        STOPPED,
        /** It ended at the account's limits. */
        LIMITED,
        /** SES took nothing, or would take no more. */
        FAILED
    }

    /**
     * Messages.
     *
     * @param tried each once
     * @param outcomes of those tried
     * @param accepted by mailbox
     * @param refused those not accepted, by cause
     */
    public record Messages(long tried, Map<String, Long> outcomes, Map<String, Long> accepted, List<Refused> refused) {}

    /** Messages that came to one outcome for one cause. */
    public record Refused(String outcome, String cause, long messages) {}

    /**
     * Requests.
     *
     * @param latency by what came of the request's messages: accepted when one of them was
     * @param seconds that all of them took together
     */
    public record Requests(long count, Map<String, Latency> latency, double seconds) {}

    /**
     * Messages a second.
     *
     * @param most in any one second, null for no limit
     * @param achieved accepted messages, on average
     */
    public record Rate(@Nullable Double most, double achieved) {}
}
