package dev.postrider.delivery;

import dev.postrider.outbox.EnvelopeBatch;
import java.time.Instant;
import java.util.List;

/** Hands messages to Amazon SES, each at most once. */
interface MailTransport {

    /**
     * Sends every envelope of the batch once, without retries of its own. Thread-safe.
     *
     * @param claimedAt the time of the claim, with which the requests are signed: SES refuses what thaws too late
     * @return one outcome an envelope, in order; an answer of SES or the network never becomes an exception
     */
    List<Outcome> send(EnvelopeBatch batch, Instant claimedAt);
}
