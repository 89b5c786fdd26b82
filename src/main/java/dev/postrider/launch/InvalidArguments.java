package dev.postrider.launch;

/** The command line says something that makes no sense; the program was not started. */
public class InvalidArguments extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidArguments(String message) {
        super(message);
    }
}
