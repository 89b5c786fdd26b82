package dev.postrider.cli.shell;

/** What a command was asked to show is not there. */
public class NothingFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingFound(String message) {
        super(message);
    }
}
