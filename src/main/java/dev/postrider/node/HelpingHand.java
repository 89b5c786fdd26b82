package dev.postrider.node;

import dev.postrider.assist.Assistance;
import dev.postrider.recipient.Scrubbed;
import dev.postrider.run.Run;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Every period looks for runs that other processes hold, and helps with each while there is room. */
@Component
class HelpingHand {

    private static final Logger log = LoggerFactory.getLogger(HelpingHand.class);

    private final Assistance assistance;
    private final NodeSettings settings;
    private final RunLog runLog;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("help-"));
    private final PeriodicLook look = new PeriodicLook("help-look-", "for runs to help with", this::look);

    HelpingHand(Assistance assistance, NodeSettings settings, RunLog runLog) {
        this.assistance = assistance;
        this.settings = settings;
        this.runLog = runLog;
        this.room = new Semaphore(settings.maxRuns());
    }

    void open() {
        look.open(settings.period());
    }

    private void look() {
        for (Run run : assistance.wanted()) {
            if (!room.tryAcquire()) {
                return;
            }
            threads.execute(() -> help(run));
        }
    }

    private void help(Run run) {
        try {
            runLog.helps(run);
            assistance.assist(run);
            runLog.left(run);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("could not help with run {}: {}", run.id(), Scrubbed.cause(e));
        } finally {
            room.release();
        }
    }

    /** Has all help come to its end, and returns at once. */
    void close() {
        look.close();
        assistance.leaveAll();
        threads.shutdown();
    }

    /** False when something was still in hand at the deadline. */
    boolean awaitEnd(Deadline deadline) throws InterruptedException {
        return deadline.awaitEnd(threads);
    }
}
