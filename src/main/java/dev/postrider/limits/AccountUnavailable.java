package dev.postrider.limits;

import org.jspecify.annotations.Nullable;

/** The mail provider does not say what the account may do, and has not said so before. */
public class AccountUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AccountUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** False where it is no use to ask again before a person has changed the configuration. */
    public boolean mayPass() {
        return true;
    }
}
