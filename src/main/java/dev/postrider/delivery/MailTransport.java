package dev.postrider.delivery;

import dev.postrider.outbox.EnvelopeBatch;
import java.time.Instant;
import java.util.List;

/** Hands messages to Amazon SES, each at most once. */
public interface MailTransport {

    /**
     * Sends the envelopes of the batch once, in order, without retries of its own. It may stop early: an envelope without
     * an outcome was not tried, and needs a valid permit and claim when it is. Thread-safe.
     *
     * @param claimedAt the time of the claim, with which the requests are signed: SES refuses what thaws too late
     * @return the outcomes of the first envelopes, at least one; an answer of SES or the network never becomes an exception
     */
    List<Outcome> send(EnvelopeBatch batch, Instant claimedAt);

    /** Most messages that one request carries. */
    int messagesPerRequest();
}
