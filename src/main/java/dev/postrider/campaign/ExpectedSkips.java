package dev.postrider.campaign;

import dev.postrider.ledger.SkipReason;
import dev.postrider.recipient.Candidate;
import dev.postrider.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the planned recipients who would not be mailed as things stand at plan. Not thread-safe. */
final class ExpectedSkips {

    private static final int LOOK_UP = 1_000;

    private final Suppressions suppressions;
    private final List<String> addresses = new ArrayList<>(LOOK_UP);
    private final SortedMap<String, Long> counts = new TreeMap<>();

    ExpectedSkips(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    void look(Candidate candidate) {
        SkipReason.of(candidate.subscription())
                .ifPresentOrElse(reason -> count(reason, 1), () -> addresses.add(candidate.address()));
        if (addresses.size() == LOOK_UP) {
            lookUp();
        }
    }

    SortedMap<String, Long> close() {
        lookUp();
        return counts;
    }

    private void lookUp() {
        if (!addresses.isEmpty()) {
            count(SkipReason.SUPPRESSED, suppressions.find(addresses).size());
            addresses.clear();
        }
    }

    private void count(SkipReason reason, long count) {
        if (count > 0) {
            counts.merge(reason.label(), count, Long::sum);
        }
    }
}
