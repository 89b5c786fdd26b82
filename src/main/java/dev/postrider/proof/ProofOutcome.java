package dev.postrider.proof;

import dev.postrider.ledger.Delivery;
import dev.postrider.ledger.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run's proof copies.
 *
 * @param skipped those whose address is suppressed
 * @param rejection why the first of the rejected ones was, null where none was
 */
record ProofOutcome(
        long sent,
        long rejected,
        long unknown,
        long skipped,
        @Nullable String rejection) {

    static ProofOutcome of(List<Delivery> copies) {
        return new ProofOutcome(
                count(copies, DeliveryState.SENT),
                count(copies, DeliveryState.REJECTED),
                count(copies, DeliveryState.UNKNOWN),
                count(copies, DeliveryState.SKIPPED),
                copies.stream()
                        .filter(copy -> copy.state() == DeliveryState.REJECTED)
                        .map(Delivery::detail)
                        .findFirst()
                        .orElse(null));
    }

    private static long count(List<Delivery> copies, DeliveryState state) {
        return copies.stream().filter(copy -> copy.state() == state).count();
    }

    /** The team has seen what everybody is about to get; that a member's address is suppressed holds nobody up. */
    boolean complete() {
        return sent > 0 && rejected == 0 && unknown == 0;
    }

    /** Why the others do not get their mail yet: one line, without addresses. */
    String objection() {
        return facts() + " to go on is to " + (rejected > 0 ? "have the rejected tried once more and to " : "")
                + "accept that" + (rejection == null ? "" : "; rejected was: " + rejection);
    }

    /** What a person accepts; what SES says when it rejects again may be put in other words. */
    String facts() {
        List<String> parts = new ArrayList<>();
        parts.add("of " + (sent + rejected + unknown + skipped) + " proof copies " + sent + " went out");
        if (rejected > 0) {
            parts.add(rejected + " rejected");
        }
        if (unknown > 0) {
            parts.add(unknown + " unknown, which nobody sends again");
        }
        if (skipped > 0) {
            parts.add(skipped + " not sent, since suppressed");
        }
        return String.join(", ", parts) + ";";
    }
}
