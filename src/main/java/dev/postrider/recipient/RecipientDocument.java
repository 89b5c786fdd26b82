package dev.postrider.recipient;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A recipient as MongoDB keeps it: {@code {_id, email, address, firstName, lastName, locale, timeZone, signedUpAt,
 * lastActiveAt, subscription, friends: [id], attributes: {..}, inactivity: {stage, at}}}. Absent values are absent keys.
 */
final class RecipientDocument {

    static final String COLLECTION = "recipients";
    static final String ID = "_id";
    static final String EMAIL = "email";
    static final String ADDRESS = "address";
    static final String FIRST_NAME = "firstName";
    static final String LAST_NAME = "lastName";
    static final String LOCALE = "locale";
    static final String TIME_ZONE = "timeZone";
    static final String SIGNED_UP_AT = "signedUpAt";
    static final String LAST_ACTIVE_AT = "lastActiveAt";
    static final String SUBSCRIPTION = "subscription";
    static final String FRIENDS = "friends";
    static final String ATTRIBUTES = "attributes";
    static final String INACTIVITY = "inactivity";

    private RecipientDocument() {}

    static Recipient toRecipient(Document document) {
        Document inactivity = document.get(INACTIVITY, new Document());
        return new Recipient(
                id(document),
                document.getString(EMAIL),
                document.getString(ADDRESS),
                document.getString(FIRST_NAME),
                document.getString(LAST_NAME),
                document.getString(LOCALE),
                document.getString(TIME_ZONE),
                instant(document.getDate(SIGNED_UP_AT)),
                instant(document.getDate(LAST_ACTIVE_AT)),
                subscription(document),
                document.getList(FRIENDS, String.class, List.of()).stream()
                        .map(RecipientId::new)
                        .toList(),
                values(document.get(ATTRIBUTES, new Document())),
                inactivity.getInteger("stage"));
    }

    static Candidate toCandidate(Document document) {
        return new Candidate(id(document), document.getString(ADDRESS), subscription(document));
    }

    static RecipientId id(Document document) {
        return new RecipientId(document.getString(ID));
    }

    static Subscription subscription(Document document) {
        return Subscription.valueOf(document.getString(SUBSCRIPTION));
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
