package dev.postrider.recipient;

import org.bson.Document;

/** Reads the documents of {@link RecipientFields} where a few of their fields are enough. */
final class RecipientDocument {

    private RecipientDocument() {}

    static RecipientId id(Document document) {
        return new RecipientId(document.getString(RecipientFields.ID));
    }

    static Subscription subscription(Document document) {
        return Subscription.valueOf(document.getString(RecipientFields.SUBSCRIPTION));
    }
}
