package dev.postrider.bench;

import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientFields;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A recipient as Spring Data maps it. */
@Document(RecipientFields.COLLECTION)
record Person(
        @Id String id,
        String email,
        String address,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone,
        @Nullable Instant signedUpAt,
        @Nullable Instant lastActiveAt,
        Subscription subscription,
        List<String> friends,
        Map<String, Object> attributes) {

    Recipient toRecipient() {
        return new Recipient(
                new RecipientId(id),
                email,
                address,
                firstName,
                lastName,
                locale,
                timeZone,
                signedUpAt,
                lastActiveAt,
                subscription,
                friends.stream().map(RecipientId::new).toList(),
                attributes,
                null);
    }

    Friend toFriend() {
        return new Friend(new RecipientId(id), firstName, lastName, attributes);
    }
}
