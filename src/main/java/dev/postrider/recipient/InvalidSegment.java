package dev.postrider.recipient;

/** A segment filter that cannot be used; the message names the place in the filter and the cause. */
public final class InvalidSegment extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSegment(String path, String cause) {
        super(path + ": " + cause);
    }
}
