package dev.postrider.audit;

import dev.postrider.recipient.Scrubbed;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Service;

/**
 * Records what is done, before it is: each method returns once a majority of MongoDB has the entry, and throws when that
 * cannot be had, so that what cannot be recorded is not done. Addresses in details are masked.
 */
@Service
public class Audit {

    private final AuditTrail trail;
    private final CurrentActor actor;
    private final Clock clock;

    Audit(AuditTrail trail, CurrentActor actor, Clock clock) {
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    public void record(AuditAction action, AuditSubject subject, Map<String, String> details) {
        insert(action, subject, details, actor.get());
    }

    /** As {@link #record}, of what the program does of its own accord: nobody in particular, whoever is at the command line. */
    public void recordOwn(AuditAction action, AuditSubject subject, Map<String, String> details) {
        insert(action, subject, details, actor.nobody());
    }

    /** Records the action, then does it; when that throws, the entry says that it was refused, and why. */
    public <T> T during(AuditAction action, AuditSubject subject, Map<String, String> details, Supplier<T> work) {
        String entry = insert(action, subject, details, actor.get());
        try {
            return work.get();
        } catch (RuntimeException refusal) {
            note(entry, refusal);
            throw refusal;
        }
    }

    /** As the other, for work without a result. */
    public void during(AuditAction action, AuditSubject subject, Map<String, String> details, Runnable work) {
        during(action, subject, details, () -> {
            work.run();
            return null;
        });
    }

    private void note(String entry, RuntimeException refusal) {
        try {
            trail.refuse(entry, Scrubbed.cause(refusal), clock.instant());
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Records an action that is taken once, by whichever process comes first. */
    public void recordOnce(AuditAction action, AuditSubject subject, Map<String, String> details) {
        String id = action + "|" + subject.kind() + " " + subject.name();
        trail.insertIfAbsent(entry(id, clock.instant(), action, subject, details, actor.get()));
    }

    /** An entry of what this process has found, and nobody can say who did. */
    AuditEntry found(String id, Instant at, AuditAction action, AuditSubject subject, Map<String, String> details) {
        return entry(id, at, action, subject, details, actor.nobody());
    }

    private static AuditEntry entry(
            String id, Instant at, AuditAction action, AuditSubject subject, Map<String, String> details, Actor actor) {
        TreeMap<String, String> masked = new TreeMap<>();
        details.forEach((key, value) -> masked.put(key, Scrubbed.text(value, "")));
        return new AuditEntry(id, at, actor, action, subject, masked, null);
    }

    private String insert(AuditAction action, AuditSubject subject, Map<String, String> details, Actor by) {
        Instant now = clock.instant();
        String id = new ObjectId(Date.from(now)).toHexString();
        trail.insertIfAbsent(entry(id, now, action, subject, details, by));
        return id;
    }
}
