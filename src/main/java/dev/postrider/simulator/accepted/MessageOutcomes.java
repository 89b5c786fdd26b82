package dev.postrider.simulator.accepted;

import dev.postrider.simulator.message.AddressSyntax;
import dev.postrider.simulator.message.EmailMessage;
import java.util.function.Predicate;

/** What becomes of a message: the first outcome among its recipients that is not plain delivery. */
public final class MessageOutcomes {

    private final Predicate<String> suppressed;

    public MessageOutcomes(Predicate<String> suppressed) {
        this.suppressed = suppressed;
    }

    MailboxOutcome of(EmailMessage message) {
        if (message.content().renderingFailure() != null) {
            return MailboxOutcome.RENDERING_FAILURE;
        }
        return message.destination()
                .addresses()
                .map(AddressSyntax::bare)
                .map(address -> suppressed.test(address) ? MailboxOutcome.SUPPRESSED : MailboxOutcome.of(address))
                .filter(outcome -> outcome != MailboxOutcome.DELIVERY)
                .findFirst()
                .orElse(MailboxOutcome.DELIVERY);
    }
}
