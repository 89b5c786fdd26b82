package dev.postrider.loadtest;

import dev.postrider.outbox.EnvelopeBatch;
import java.util.List;

/** Messages to send in one request, and the mailboxes that they go to. */
record Shipment(EnvelopeBatch batch, List<SimulatedMailbox> mailboxes) {

    int size() {
        return batch.size();
    }

    /** What is left when the first have been sent. */
    Shipment after(int sent) {
        EnvelopeBatch rest = new EnvelopeBatch(
                batch.run(), batch.from(), batch.replyTo(), batch.envelopes().subList(sent, batch.size()));
        return new Shipment(rest, mailboxes.subList(sent, mailboxes.size()));
    }
}
