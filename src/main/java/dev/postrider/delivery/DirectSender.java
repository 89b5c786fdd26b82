package dev.postrider.delivery;

import dev.postrider.limits.LimitsUnavailable;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outage;
import dev.postrider.outbox.OutboxSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends batches that do not come from the outbox, and waits while the limits cannot be asked. No cap is held against those:
 * it was when they were rendered, a moment ago.
 */
@Component
public class DirectSender {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BatchSender sender;
    private final OutboxSettings settings;

    DirectSender(BatchSender sender, OutboxSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /**
     * Brings every message of the batch to an outcome in the ledger.
     *
     * @param rate recipients a second at most in this run, or null
     * @throws SendingHeld when the whole run has to wait
     * @throws SendingStopped when told to stop
     */
    public void send(EnvelopeBatch batch, @Nullable Double rate, StopSignal stop) {
        Outage outage = new Outage("sending", settings.patience());
        while (true) {
            try {
                sender.send(batch, rate, null, stop);
                return;
            } catch (LimitsUnavailable e) {
                outage.bear(e);
                stop.pause(PAUSE);
            }
        }
    }
}
