package dev.postrider.ses;

import org.jspecify.annotations.Nullable;

/** SES could not be asked, or did not let itself be asked. */
public class SesUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SesUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
