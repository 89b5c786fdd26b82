package dev.postrider.recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads recipients, in half of the time that it takes through a {@code Document}; a campaign reads several for each mail.
 * Fields that it does not know are passed over.
 */
final class RecipientCodec implements Codec<Recipient> {

    @Override
    public Recipient decode(BsonReader reader, DecoderContext context) {
        Builder recipient = new Builder();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            if (reader.getCurrentBsonType() == BsonType.NULL) {
                reader.readNull();
            } else {
                recipient.field(name, reader);
            }
        }
        reader.readEndDocument();
        return recipient.build();
    }

    @Override
    public void encode(BsonWriter writer, Recipient recipient, EncoderContext context) {
        throw new UnsupportedOperationException("recipients are written field by field");
    }

    @Override
    public Class<Recipient> getEncoderClass() {
        return Recipient.class;
    }

    private static final class Builder {

        private @Nullable String id;
        private String email = "";
        private String address = "";
        private @Nullable String firstName;
        private @Nullable String lastName;
        private @Nullable String locale;
        private @Nullable String timeZone;
        private @Nullable Instant signedUpAt;
        private @Nullable Instant lastActiveAt;
        private @Nullable Subscription subscription;
        private List<RecipientId> friends = List.of();
        private Map<String, Object> attributes = Map.of();
        private @Nullable Integer stage;

        void field(String name, BsonReader reader) {
            switch (name) {
                case RecipientFields.ID -> id = reader.readString();
                case RecipientFields.EMAIL -> email = reader.readString();
                case RecipientFields.ADDRESS -> address = reader.readString();
                case RecipientFields.FIRST_NAME -> firstName = reader.readString();
                case RecipientFields.LAST_NAME -> lastName = reader.readString();
                case RecipientFields.LOCALE -> locale = reader.readString();
                case RecipientFields.TIME_ZONE -> timeZone = reader.readString();
                case RecipientFields.SIGNED_UP_AT -> signedUpAt = Instant.ofEpochMilli(reader.readDateTime());
                case RecipientFields.LAST_ACTIVE_AT -> lastActiveAt = Instant.ofEpochMilli(reader.readDateTime());
                case RecipientFields.SUBSCRIPTION -> subscription = Subscription.valueOf(reader.readString());
                case RecipientFields.FRIENDS -> friends = friends(reader);
                case RecipientFields.ATTRIBUTES -> attributes = BsonValues.document(reader);
                case RecipientFields.INACTIVITY ->
                    stage = (Integer) BsonValues.document(reader).get(RecipientFields.STAGE);
                default -> reader.skipValue();
            }
        }

        private static List<RecipientId> friends(BsonReader reader) {
            List<RecipientId> friends = new ArrayList<>();
            reader.readStartArray();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                friends.add(new RecipientId(reader.readString()));
            }
            reader.readEndArray();
            return friends;
        }

        Recipient build() {
            return new Recipient(
                    new RecipientId(Objects.requireNonNull(id)),
                    email,
                    address,
                    firstName,
                    lastName,
                    locale,
                    timeZone,
                    signedUpAt,
                    lastActiveAt,
                    Objects.requireNonNull(subscription, "subscription of a recipient"),
                    friends,
                    attributes,
                    stage);
        }
    }
}
