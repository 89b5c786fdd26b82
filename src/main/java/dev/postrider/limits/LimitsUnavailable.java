package dev.postrider.limits;

/** The limits cannot be looked up, so that nothing may be sent now. */
public class LimitsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LimitsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
