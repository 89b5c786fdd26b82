package dev.postrider.resend;

import dev.postrider.ledger.Attempts;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads whom a resend has not tried yet, a page at a time in order of id. It has no checkpoint: after a restart those that
 * have been tried are no longer found. Not thread-safe.
 */
class OpenDeliveryReader implements ItemReader<RecipientId> {

    private static final int PAGE = 1_000;

    private final Attempts attempts;
    private final Resend resend;
    private final Queue<RecipientId> page = new ArrayDeque<>(PAGE);
    private @Nullable RecipientId last;
    private boolean exhausted;

    OpenDeliveryReader(Attempts attempts, Resend resend) {
        this.attempts = attempts;
        this.resend = resend;
    }

    @Override
    public @Nullable RecipientId read() {
        if (page.isEmpty() && !exhausted) {
            List<RecipientId> next = attempts.open(resend.run(), resend.of(), resend.attempt(), last, PAGE);
            exhausted = next.size() < PAGE;
            page.addAll(next);
            last = next.isEmpty() ? last : next.get(next.size() - 1);
        }
        return page.poll();
    }
}
