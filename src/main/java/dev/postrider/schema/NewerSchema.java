package dev.postrider.schema;

/** A document was written by a newer version of this program. */
public final class NewerSchema extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerSchema(String message) {
        super(message);
    }
}
