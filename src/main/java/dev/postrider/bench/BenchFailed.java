package dev.postrider.bench;

/** A contender could not do its part. */
public class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BenchFailed(String message) {
        super(message);
    }

    public BenchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
