package dev.postrider.ses;

import org.jspecify.annotations.Nullable;

/** SES cannot be asked with the region and credentials that there are: a person has to change that. */
public final class SesMisconfigured extends SesUnavailable {

    private static final long serialVersionUID = 1L;

    SesMisconfigured(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean mayPass() {
        return false;
    }
}
