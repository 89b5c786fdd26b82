package dev.postrider.proof;

import dev.postrider.delivery.DirectSender;
import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Delivery;
import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends a run's proof copies. They are claimed, sent and settled as all mails are, under {@link RunId#proof()}, where nothing
 * that is counted for the run sees them.
 */
@Component
class ProofMailing {

    private static final Duration WAIT_FOR_OTHERS = Duration.ofSeconds(1);

    private final ProofCopies copies;
    private final DirectSender sender;
    private final Claims claims;
    private final Owners owners;
    private final DeliveryRecords records;

    ProofMailing(ProofCopies copies, DirectSender sender, Claims claims, Owners owners, DeliveryRecords records) {
        this.copies = copies;
        this.sender = sender;
        this.claims = claims;
        this.owners = owners;
        this.records = records;
    }

    /**
     * Sends to those who have no copy yet. What a dead process had in hand becomes UNKNOWN and is not sent again.
     *
     * @param retryRejected those whose copy was rejected have none yet
     * @throws SendingHeld when the whole run has to wait
     * @throws SendingStopped when told to stop
     */
    ProofOutcome send(ProofOrder order, boolean retryRejected, StopSignal stop) {
        RunId proof = order.run().proof();
        List<RecipientId> team = order.recipients();
        awaitOthers(proof, team, stop);
        if (retryRejected) {
            claims.reopenRejected(proof, team);
        }
        List<EmailAddress> open = open(order);
        if (!open.isEmpty()) {
            for (EnvelopeBatch batch : copies.render(order, open)) {
                sender.send(batch, order.rate(), stop);
            }
        }
        awaitOthers(proof, team, stop);
        return ProofOutcome.of(records.find(proof, team));
    }

    private void awaitOthers(RunId proof, List<RecipientId> team, StopSignal stop) {
        while (claims.takeOverDead(proof, team, this::dead) > 0) {
            stop.pause(WAIT_FOR_OTHERS);
        }
    }

    /** This process sends no other proof copies of the run, so its own claims that are left have nobody who would settle them. */
    private boolean dead(String owner) {
        return owner.equals(owners.self()) || !owners.alive(owner);
    }

    private List<EmailAddress> open(ProofOrder order) {
        Set<RecipientId> known = records.find(order.run().proof(), order.recipients()).stream()
                .map(Delivery::recipient)
                .collect(Collectors.toSet());
        return order.team().stream()
                .filter(address -> !known.contains(ProofOrder.recipient(address)))
                .toList();
    }
}
