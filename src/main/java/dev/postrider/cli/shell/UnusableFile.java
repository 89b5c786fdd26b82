package dev.postrider.cli.shell;

/** A file that a command was given cannot be used; the message says where and why. */
public class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableFile(String message) {
        super(message);
    }
}
