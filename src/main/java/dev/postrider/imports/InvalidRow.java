package dev.postrider.imports;

/** A row that cannot be imported; the message says why. */
final class InvalidRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidRow(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
