package dev.postrider.campaign;

/** A run is not in a state for what it was asked to do; the message says which and why. */
public class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefused(String message) {
        super(message);
    }
}
