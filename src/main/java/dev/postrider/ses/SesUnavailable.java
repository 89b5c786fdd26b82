package dev.postrider.ses;

import dev.postrider.limits.AccountUnavailable;
import org.jspecify.annotations.Nullable;

/** SES could not be asked, or did not let itself be asked. */
public class SesUnavailable extends AccountUnavailable {

    private static final long serialVersionUID = 1L;

    SesUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
