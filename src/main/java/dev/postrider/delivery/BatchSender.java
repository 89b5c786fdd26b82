package dev.postrider.delivery;

import dev.postrider.frequency.FrequencyCap;
import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.Permits;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outage;
import dev.postrider.recipient.RecipientId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings every message of a batch to an outcome in the ledger:
 *
 * <ol>
 *   <li>permit: wait for leave to send
 *   <li>re-check: who may not be mailed any more is skipped
 *   <li>claim: whose insert loses drops the copy; permits not needed go back
 *   <li>send and settle ({@link ClaimSender})
 * </ol>
 *
 * When it returns the batch may be acknowledged; when it throws, nothing is claimed that is certainly unsent, and the
 * batch has to be tried again.
 */
@Component
public class BatchSender {

    private final PermitDesk permits;
    private final LastLook lastLook;
    private final Claims claims;
    private final ClaimSender sender;
    private final DeliverySettings settings;

    BatchSender(PermitDesk permits, LastLook lastLook, Claims claims, ClaimSender sender, DeliverySettings settings) {
        this.permits = permits;
        this.lastLook = lastLook;
        this.claims = claims;
        this.sender = sender;
        this.settings = settings;
    }

    /**
     * Sends the batch. Thread-safe.
     *
     * @param rate recipients a second at most in this run, or null
     * @param cap whom the mails of other runs keep out, or null
     * @throws SendingHeld when the whole run has to wait
     * @throws SendingStopped when told to stop
     */
    public void send(EnvelopeBatch batch, @Nullable Double rate, @Nullable FrequencyCap cap, StopSignal stop) {
        Outage outage = new Outage("sending", settings.unreachable());
        List<Envelope> rest = batch.envelopes();
        while (!rest.isEmpty()) {
            Permits granted = permits.await(batch.run(), batch.from(), rest.size(), rate, stop);
            EnvelopeBatch part = batch.with(rest.subList(0, granted.count()));
            ClaimedBatch claimed = claim(part, cap, granted);
            boolean all = sender.send(claimed, granted, rate, outage, stop);
            rest = all ? rest.subList(granted.count(), rest.size()) : rest;
        }
    }

    private ClaimedBatch claim(EnvelopeBatch batch, @Nullable FrequencyCap cap, Permits granted) {
        int claimed = 0;
        try {
            ClaimedBatch mine = claim(batch, cap);
            claimed = mine.open().size();
            return mine;
        } finally {
            permits.giveBack(granted, batch.size() - claimed);
        }
    }

    private ClaimedBatch claim(EnvelopeBatch batch, @Nullable FrequencyCap cap) {
        RunId run = batch.run();
        List<Envelope> mailable = lastLook.mailable(run, cap, batch.envelopes());
        ClaimToken token = claims.token(batch.attempt());
        Set<RecipientId> won =
                claims.claim(run, mailable.stream().map(Envelope::recipient).toList(), token);
        List<Envelope> mine =
                mailable.stream().filter(e -> won.contains(e.recipient())).toList();
        return new ClaimedBatch(batch.with(mine), token);
    }
}
