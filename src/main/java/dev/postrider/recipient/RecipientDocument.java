package dev.postrider.recipient;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Turns the documents of {@link RecipientFields} into recipients. */
final class RecipientDocument {

    private RecipientDocument() {}

    static Recipient toRecipient(Document document) {
        Document inactivity = document.get(RecipientFields.INACTIVITY, new Document());
        return new Recipient(
                id(document),
                document.getString(RecipientFields.EMAIL),
                document.getString(RecipientFields.ADDRESS),
                document.getString(RecipientFields.FIRST_NAME),
                document.getString(RecipientFields.LAST_NAME),
                document.getString(RecipientFields.LOCALE),
                document.getString(RecipientFields.TIME_ZONE),
                instant(document.getDate(RecipientFields.SIGNED_UP_AT)),
                instant(document.getDate(RecipientFields.LAST_ACTIVE_AT)),
                subscription(document),
                document.getList(RecipientFields.FRIENDS, String.class, List.of()).stream()
                        .map(RecipientId::new)
                        .toList(),
                values(document.get(RecipientFields.ATTRIBUTES, new Document())),
                inactivity.getInteger(RecipientFields.STAGE));
    }

    static Friend toFriend(Document document) {
        return new Friend(
                id(document),
                document.getString(RecipientFields.FIRST_NAME),
                document.getString(RecipientFields.LAST_NAME),
                values(document.get(RecipientFields.ATTRIBUTES, new Document())));
    }

    static Candidate toCandidate(Document document) {
        return new Candidate(id(document), document.getString(RecipientFields.ADDRESS), subscription(document));
    }

    static RecipientId id(Document document) {
        return new RecipientId(document.getString(RecipientFields.ID));
    }

    static Subscription subscription(Document document) {
        return Subscription.valueOf(document.getString(RecipientFields.SUBSCRIPTION));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Map<String, Object> values(Map<?, ?> stored) {
        Map<String, Object> values = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (value != null) {
                values.put((String) name, value(value));
            }
        });
        return values;
    }

    private static Object value(Object stored) {
        if (stored instanceof Date date) {
            return date.toInstant();
        }
        if (stored instanceof Map<?, ?> map) {
            return values(map);
        }
        if (stored instanceof List<?> list) {
            return list.stream().map(RecipientDocument::value).toList();
        }
        return stored;
    }
}
