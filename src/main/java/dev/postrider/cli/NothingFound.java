package dev.postrider.cli;

/** What a command was asked to show is not there. */
class NothingFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingFound(String message) {
        super(message);
    }
}
