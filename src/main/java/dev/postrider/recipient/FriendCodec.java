package dev.postrider.recipient;

import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Reads what other recipients' mails may show. */
final class FriendCodec implements Codec<Friend> {

    @Override
    @SuppressWarnings("unchecked")
    public Friend decode(BsonReader reader, DecoderContext context) {
        Map<String, Object> fields = BsonValues.document(reader);
        return new Friend(
                new RecipientId(String.valueOf(fields.get(RecipientFields.ID))),
                (String) fields.get(RecipientFields.FIRST_NAME),
                (String) fields.get(RecipientFields.LAST_NAME),
                (Map<String, Object>) fields.getOrDefault(RecipientFields.ATTRIBUTES, Map.of()));
    }

    @Override
    public void encode(BsonWriter writer, Friend friend, EncoderContext context) {
        throw new UnsupportedOperationException("friends are recipients, which are written field by field");
    }

    @Override
    public Class<Friend> getEncoderClass() {
        return Friend.class;
    }
}
