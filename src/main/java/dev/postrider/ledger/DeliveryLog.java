package dev.postrider.ledger;

import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Scrubbed;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One line at debug level for each recipient of a run who was not sent a mail, with the recipient's id and no address. */
final class DeliveryLog {

    private static final Logger log = LoggerFactory.getLogger(DeliveryLog.class);

    private static final String RECIPIENT = "recipient";

    private DeliveryLog() {}

    static void settled(RunId run, Collection<Settlement> settlements) {
        if (log.isDebugEnabled()) {
            settlements.stream()
                    .filter(s -> s.state() != DeliveryState.SENT)
                    .forEach(s -> line(run, s.recipient(), s.state().name().toLowerCase(Locale.ROOT), s.detail()));
        }
    }

    static void skipped(RunId run, Collection<Skip> skips) {
        if (log.isDebugEnabled()) {
            skips.forEach(s -> line(run, s.recipient(), "skipped, " + s.reason().label(), s.detail()));
        }
    }

    private static void line(RunId run, RecipientId recipient, String what, @Nullable String detail) {
        // Some use addresses for ids.
        String id = Scrubbed.text(recipient.value(), "");
        MDC.put(RECIPIENT, id);
        try {
            log.debug(
                    "recipient {} of run {} is {}{}",
                    id,
                    run,
                    what,
                    detail == null ? "" : ": " + Scrubbed.text(detail, ""));
        } finally {
            MDC.remove(RECIPIENT);
        }
    }
}
