package dev.postrider.audit;

import dev.postrider.schema.SchemaVersion;
import java.util.Date;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An entry as its document in the collection {@code audit}. */
final class AuditDocument {

    static final String ID = "_id";
    static final String AT = "at";
    static final String RUN = "run";

    private static final String ACTION = "action";
    private static final String ACTOR = "actor";
    private static final String KIND = "kind";
    private static final String SUBJECT = "subject";
    private static final String DETAILS = "details";
    private static final SchemaVersion SCHEMA = new SchemaVersion("audit entry", 1);

    private AuditDocument() {}

    static Document of(AuditEntry entry) {
        Actor actor = entry.actor();
        return new Document(ID, entry.id())
                .append(AT, Date.from(entry.at()))
                .append(
                        ACTOR,
                        new Document("name", actor.name())
                                .append("node", actor.node())
                                .append("host", actor.host())
                                .append("process", actor.process()))
                .append(ACTION, entry.action().name())
                .append(KIND, entry.subject().kind().name())
                .append(SUBJECT, entry.subject().name())
                .append(RUN, entry.subject().run())
                .append(DETAILS, new Document(entry.details()))
                .append(SchemaVersion.FIELD, SCHEMA.number());
    }

    static AuditEntry entry(Document document, @Nullable String refused) {
        SCHEMA.check(document);
        Document actor = document.get(ACTOR, Document.class);
        TreeMap<String, String> details = new TreeMap<>();
        document.get(DETAILS, Document.class).forEach((key, value) -> details.put(key, String.valueOf(value)));
        return new AuditEntry(
                document.getString(ID),
                document.getDate(AT).toInstant(),
                new Actor(
                        actor.getString("name"),
                        actor.getBoolean("node"),
                        actor.getString("host"),
                        actor.getLong("process")),
                AuditAction.valueOf(document.getString(ACTION)),
                new AuditSubject(
                        AuditSubject.Kind.valueOf(document.getString(KIND)),
                        document.getString(SUBJECT),
                        document.getString(RUN)),
                details,
                refused);
    }
}
