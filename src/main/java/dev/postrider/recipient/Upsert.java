package dev.postrider.recipient;

import dev.postrider.schema.SchemaVersion;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A change beside what is stored, null for a new recipient: the update is the difference. */
record Upsert(RecipientChange change, @Nullable Document stored, Document set, Document unset) {

    private static final String CHANGE = "change";
    private static final String CREATED = "created";

    Upsert(RecipientChange change, @Nullable Document stored) {
        this(change, stored, values(change, stored), cleared(change, stored));
    }

    RecipientId id() {
        return change.id();
    }

    boolean changesAddress() {
        return stored == null || !change.email().normalised().equals(stored.getString(RecipientFields.ADDRESS));
    }

    boolean changesAnything() {
        return stored == null || !set.isEmpty() || !unset.isEmpty() || pauses();
    }

    /** What came of it when nothing had to be written now: perhaps it was made before, by an attempt that crashed. */
    UpsertOutcome formerOutcome() {
        if (stored == null
                || !(stored.get(RecipientFields.SOURCE) instanceof Document source)
                || !change.source().equals(source.get(CHANGE))) {
            return new UpsertOutcome.Unchanged();
        }
        return source.getBoolean(CREATED, false) ? new UpsertOutcome.Imported() : new UpsertOutcome.Updated();
    }

    boolean pauses() {
        return stored != null
                && change.subscription() == Subscription.PAUSED
                && (subscription(stored) == Subscription.SUBSCRIBED || subscription(stored) == Subscription.PENDING);
    }

    Document update() {
        Document source = new Document(CHANGE, change.source()).append(CREATED, stored == null);
        Document update = new Document("$set", new Document(set).append(RecipientFields.SOURCE, source));
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        Document onInsert = new Document(SchemaVersion.FIELD, SchemaVersion.FIRST);
        if (!set.containsKey(RecipientFields.SUBSCRIPTION)) {
            Subscription initial = Objects.requireNonNullElse(change.subscription(), Subscription.SUBSCRIBED);
            onInsert.append(RecipientFields.SUBSCRIPTION, initial.name());
        }
        return update.append("$setOnInsert", onInsert);
    }

    private static Document values(RecipientChange change, @Nullable Document stored) {
        Document set = new Document();
        append(set, stored, RecipientFields.EMAIL, change.email().given());
        append(set, stored, RecipientFields.ADDRESS, change.email().normalised());
        change.values().forEach((path, value) -> append(set, stored, path, value));
        if (change.subscription() == Subscription.UNSUBSCRIBED) {
            append(set, stored, RecipientFields.SUBSCRIPTION, Subscription.UNSUBSCRIBED.name());
        }
        return set;
    }

    private static void append(Document set, @Nullable Document stored, String path, Object value) {
        if (stored == null || !value.equals(value(stored, path))) {
            set.append(path, value);
        }
    }

    private static Document cleared(RecipientChange change, @Nullable Document stored) {
        Document unset = new Document();
        for (String path : change.cleared()) {
            if (stored != null && value(stored, path) != null) {
                unset.append(path, "");
            }
        }
        return unset;
    }

    private static @Nullable Object value(Document stored, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return stored.get(path);
        }
        return stored.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? nested.get(path.substring(dot + 1))
                : null;
    }

    private static Subscription subscription(Document stored) {
        return RecipientDocument.subscription(stored);
    }
}
