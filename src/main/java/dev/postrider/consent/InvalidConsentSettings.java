package dev.postrider.consent;

/** Links cannot be made with the configured address and keys. The message never holds a key. */
public class InvalidConsentSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConsentSettings(String message) {
        super(message);
    }
}
