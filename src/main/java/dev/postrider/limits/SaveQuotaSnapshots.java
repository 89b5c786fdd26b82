package dev.postrider.limits;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Saves the count of the last 24 hours every some seconds while it changes, and when the program ends. */
@Component
class SaveQuotaSnapshots implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SaveQuotaSnapshots.class);

    private final SentLast24Hours sent;
    private final LimitsSettings settings;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(this::thread);
    private @Nullable ScheduledFuture<?> saving;

    SaveQuotaSnapshots(SentLast24Hours sent, LimitsSettings settings) {
        this.sent = sent;
        this.settings = settings;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "quota-snapshots");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void start() {
        long period = settings.snapshotEvery().toMillis();
        saving = executor.scheduleWithFixedDelay(this::save, period, period, TimeUnit.MILLISECONDS);
    }

    /** A failure is not worth a run: the next snapshot, or SES's own figure, makes good for it. */
    private void save() {
        try {
            sent.save();
        } catch (RuntimeException e) {
            LOG.warn("The count of the last 24 hours was not saved: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        if (saving != null) {
            saving.cancel(false);
            saving = null;
            save();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return saving != null;
    }

    @PreDestroy
    void shutDown() {
        executor.shutdownNow();
    }
}
