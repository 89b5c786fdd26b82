package dev.postrider.operations;

/** What was asked for does not fit the state that the job is in; the message says which and why. */
public class JobRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobRefused(String message) {
        super(message);
    }
}
