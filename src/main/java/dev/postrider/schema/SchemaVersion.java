package dev.postrider.schema;

import org.bson.Document;

/**
 * The shape of a collection's documents, which each of them carries in the field {@value #FIELD}. It changes when documents
 * of the new shape cannot be read as the old one.
 *
 * @param what one of the documents is, for people
 */
public record SchemaVersion(String what, int number) {

    public static final String FIELD = "v";

    /** The first one, for documents that are written and counted, and need no check when they are read. */
    public static final int FIRST = 1;

    /** @throws NewerSchema when the document has a shape of which this program knows nothing */
    public void check(Document document) {
        int found = document.getInteger(FIELD, FIRST);
        if (found > number) {
            throw new NewerSchema(what + " '" + document.get("_id") + "' was written by a newer Postrider (schema "
                    + found + ", this one knows " + number + ")");
        }
    }
}
