package dev.postrider.recipient;

import java.util.Objects;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/** Reads what a plan has to know of everybody, without a {@code Document} for each. */
final class CandidateCodec implements Codec<Candidate> {

    @Override
    public Candidate decode(BsonReader reader, DecoderContext context) {
        String id = null;
        String address = null;
        String subscription = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case RecipientFields.ID -> id = reader.readString();
                case RecipientFields.ADDRESS -> address = reader.readString();
                case RecipientFields.SUBSCRIPTION -> subscription = reader.readString();
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return new Candidate(
                new RecipientId(present(id, RecipientFields.ID)),
                present(address, RecipientFields.ADDRESS),
                Subscription.valueOf(present(subscription, RecipientFields.SUBSCRIPTION)));
    }

    private static String present(@Nullable String value, String field) {
        return Objects.requireNonNull(value, () -> field + " of a recipient");
    }

    @Override
    public void encode(BsonWriter writer, Candidate candidate, EncoderContext context) {
        throw new UnsupportedOperationException("candidates are recipients, which are written field by field");
    }

    @Override
    public Class<Candidate> getEncoderClass() {
        return Candidate.class;
    }
}
