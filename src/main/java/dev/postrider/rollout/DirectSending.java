package dev.postrider.rollout;

import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.List;

/** Renders and sends without the outbox; the room that puts the stages together answers. */
@FunctionalInterface
public interface DirectSending {

    /**
     * Sends to those of the recipients who have no delivery yet.
     *
     * @throws SendingHeld when the whole run has to wait
     * @throws SendingStopped when told to stop
     */
    void send(RunId run, List<RecipientId> recipients, StopSignal stop);
}
