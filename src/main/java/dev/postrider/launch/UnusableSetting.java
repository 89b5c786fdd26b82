package dev.postrider.launch;

/** A setting that says where a store is cannot be used. The message does not repeat it, since it may hold a password. */
public class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableSetting(String property, String reason) {
        super("setting " + property + " cannot be used: " + reason);
    }
}
