package dev.postrider.cli;

/** A file that a command was given cannot be used; the message says where and why. */
class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFile(String message) {
        super(message);
    }
}
