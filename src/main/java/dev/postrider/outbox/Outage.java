package dev.postrider.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one thread bears that Redis takes none of its commands, or that SES cannot be reached: it says so at most once a
 * minute, and gives up when that has lasted for longer than its patience. Not thread-safe.
 */
public final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final String work;
    private final Duration patience;
    private boolean lasting;
    private long since;
    private boolean told;
    private long toldAt;

    /** @param work that waits, as the log names it: "sending" */
    public Outage(String work, Duration patience) {
        this.work = work;
        this.patience = patience;
    }

    /**
     * Returns when the work may be tried again after a pause.
     *
     * @throws RuntimeException the given one, when patience has run out
     */
    public void bear(RuntimeException unavailable) {
        long now = System.nanoTime();
        if (!lasting) {
            lasting = true;
            since = now;
        } else if (now - since > patience.toNanos()) {
            throw unavailable;
        }
        if (!told || now - toldAt > QUIET_NANOS) {
            told = true;
            toldAt = now;
            LOG.warn("{}; {} waits for it", withoutFullStop(unavailable), work);
        }
    }

    private static String withoutFullStop(RuntimeException unavailable) {
        return String.valueOf(unavailable.getMessage()).replaceFirst("[.]$", "");
    }

    /** The work went on. */
    public void over() {
        lasting = false;
    }
}
