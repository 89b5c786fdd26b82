package dev.postrider.ledger;

import java.util.SortedMap;

/**
 * What the ledger says of a run. A run may close when nothing is claimed and {@link #total()} is what was planned.
 *
 * @param skipped count by {@link SkipReason#label()}
 * @param resent how many of the others had more than one attempt
 * @param simulated how many of those sent went to SES's mailbox simulator
 */
public record Figures(
        long claimed,
        long sent,
        long rejected,
        long unknown,
        SortedMap<String, Long> skipped,
        long resent,
        long simulated) {

    /** What shares of bounces and complaints are of: tests say nothing of the list. */
    public long sentToPeople() {
        return sent - simulated;
    }

    public long total() {
        return claimed + sent + rejected + unknown + skippedTotal();
    }

    public long skippedTotal() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
