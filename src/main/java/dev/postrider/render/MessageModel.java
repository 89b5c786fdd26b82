package dev.postrider.render;

import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees of one message: {@code recipient}, {@code attributes}, {@code friends}, {@code campaign},
 * {@code slot} and {@code unsubscribeUrl}. Absent values are absent keys.
 */
public final class MessageModel {

    private final Map<String, Object> campaign;
    private final Instant slot;

    public MessageModel(Map<String, Object> campaign, Instant slot) {
        this.campaign = campaign;
        this.slot = slot;
    }

    /**
     * The model for one recipient.
     *
     * @param people the friends that are known, by id, and maybe others
     */
    public Map<String, Object> of(Recipient recipient, Map<RecipientId, Friend> people, String unsubscribeUrl) {
        Map<String, Object> model = new HashMap<>();
        model.put("recipient", fields(recipient));
        model.put("attributes", recipient.attributes());
        model.put("friends", friends(recipient, people));
        model.put("campaign", campaign);
        model.put("slot", slot);
        model.put("unsubscribeUrl", unsubscribeUrl);
        return model;
    }

    private static List<Map<String, Object>> friends(Recipient recipient, Map<RecipientId, Friend> people) {
        return recipient.friends().stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(MessageModel::friend)
                .toList();
    }

    private static Map<String, Object> friend(Friend friend) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", friend.id().value());
        put(model, "firstName", friend.firstName());
        put(model, "lastName", friend.lastName());
        model.put("attributes", friend.attributes());
        return model;
    }

    private static Map<String, Object> fields(Recipient recipient) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", recipient.id().value());
        model.put("email", recipient.email());
        put(model, "firstName", recipient.firstName());
        put(model, "lastName", recipient.lastName());
        put(model, "locale", recipient.locale());
        put(model, "timeZone", recipient.timeZone());
        put(model, "signedUpAt", recipient.signedUpAt());
        put(model, "lastActiveAt", recipient.lastActiveAt());
        return model;
    }

    private static void put(Map<String, Object> model, String key, @Nullable Object value) {
        if (value != null) {
            model.put(key, value);
        }
    }
}
