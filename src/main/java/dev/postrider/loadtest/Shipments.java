package dev.postrider.loadtest;

import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes the messages of a load test, request by request. Thread-safe. */
final class Shipments {

    private final LoadPlan plan;
    private final RunId run;
    private final SampleMail mail;
    private final MessageNumbers numbers;
    private final int perRequest;

    Shipments(LoadPlan plan, RunId run, MessageNumbers numbers, int perRequest) {
        this.plan = plan;
        this.run = run;
        this.mail = new SampleMail(slot(run), plan.size());
        this.numbers = numbers;
        this.perRequest = perRequest;
    }

    private static String slot(RunId run) {
        return run.value().substring(run.value().indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** Empty when there are no more. */
    Optional<Shipment> next() {
        MessageNumbers.Range range = numbers.take(perRequest);
        if (range.size() == 0) {
            return Optional.empty();
        }
        List<SimulatedMailbox> mailboxes = new ArrayList<>(range.size());
        List<Envelope> envelopes = new ArrayList<>(range.size());
        for (long number = range.first(); number < range.first() + range.size(); number++) {
            SimulatedMailbox mailbox = plan.mix().of(number);
            mailboxes.add(mailbox);
            envelopes.add(mail.to(mailbox, number));
        }
        return Optional.of(new Shipment(new EnvelopeBatch(run, plan.from(), null, envelopes), mailboxes));
    }

    /** Whether the account's quota, not the plan, is the end. */
    boolean quotaReached() {
        return numbers.quotaReached();
    }
}
