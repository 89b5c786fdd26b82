package dev.postrider.embedded;

/** The embedded stores did not start. */
public class StoresUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoresUnavailable(String message) {
        super(message);
    }

    StoresUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
