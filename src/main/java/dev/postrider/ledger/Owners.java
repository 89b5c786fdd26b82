package dev.postrider.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.schema.SchemaVersion;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Leases of the processes that work on runs, in the collection {@code owners}:
 * {@code {_id: owner, host, pid, startedAt, expiresAt, v}}. A process renews its lease while it lives and deletes it when
 * it ends in order, so an owner whose lease is gone or has run out is dead. Taking a live owner for dead, because of a
 * wrong clock or a long pause, costs precision (UNKNOWN) and never a second mail: the ledger does not rest on it.
 */
@Component
public class Owners implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Owners.class);

    private final MongoTemplate mongo;
    private final LedgerSettings settings;
    private final Clock clock;
    private final String self = UUID.randomUUID().toString();
    private final Instant startedAt;
    private @Nullable ScheduledExecutorService heartbeat;
    private @Nullable Future<?> renewal;
    private volatile long renewedAt;

    Owners(MongoTemplate mongo, LedgerSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** This process's lease; the first call takes it and begins to renew it. */
    public synchronized String self() {
        if (heartbeat == null) {
            renew();
            heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "lease");
                thread.setDaemon(true);
                return thread;
            });
            long period = settings.lease().toMillis() / 5;
            renewal = heartbeat.scheduleWithFixedDelay(this::tryRenew, period, period, TimeUnit.MILLISECONDS);
        }
        return self;
    }

    /** False once this process failed to renew its lease in time, so that others may take it for dead. */
    public boolean leaseHeld() {
        return System.nanoTime() - renewedAt < settings.lease().toNanos();
    }

    public boolean alive(String owner) {
        Document lease = find(owner);
        return lease != null && lease.getDate("expiresAt").toInstant().isAfter(clock.instant());
    }

    /** Where the owner runs, for people: {@code process 4711 on host-a}. */
    public String describe(String owner) {
        Document lease = find(owner);
        return lease == null
                ? "a process that has ended"
                : "process " + lease.getLong("pid") + " on " + lease.getString("host");
    }

    private @Nullable Document find(String owner) {
        return collection().find(Filters.eq("_id", owner)).first();
    }

    private void tryRenew() {
        try {
            renew();
        } catch (RuntimeException e) {
            log.warn("could not renew the lease of this process: {}", e.getMessage());
        }
    }

    private void renew() {
        long now = System.nanoTime();
        Document lease = new Document("_id", self)
                .append("host", host())
                .append("pid", ProcessHandle.current().pid())
                .append("startedAt", Date.from(startedAt))
                .append("expiresAt", Date.from(clock.instant().plus(settings.lease())))
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
        collection().replaceOne(Filters.eq("_id", self), lease, new ReplaceOptions().upsert(true));
        renewedAt = now;
    }

    /** The name of this machine. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("owners");
    }

    @Override
    public synchronized void destroy() {
        if (heartbeat != null && renewal != null) {
            renewal.cancel(false);
            heartbeat.shutdownNow();
            collection().deleteOne(Filters.eq("_id", self));
        }
    }
}
