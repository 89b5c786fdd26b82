package dev.postrider.imports.source;

/** A row that cannot be imported; the message says why. */
public final class InvalidRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public InvalidRow(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
