package dev.postrider.recipient;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient's mail may show of another.
 *
 * @param attributes as in {@link Recipient}
 */
public record Friend(
        RecipientId id,
        @Nullable String firstName,
        @Nullable String lastName,
        Map<String, Object> attributes) {

    public static Friend of(Recipient recipient) {
        return new Friend(recipient.id(), recipient.firstName(), recipient.lastName(), recipient.attributes());
    }
}
