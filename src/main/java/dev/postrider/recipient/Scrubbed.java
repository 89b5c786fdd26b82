package dev.postrider.recipient;

import java.util.regex.Pattern;

/** Texts of others, made fit for logs and the ledger: one line, not long, no whole address. */
public final class Scrubbed {

    private static final int MAX_LENGTH = 200;

    /** The id of a run has an at sign too, and a slot after it. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),:;]+@(?!\\d{8}T\\d{6}Z)[^\\s<>\"'(),:;]+");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Scrubbed() {}

    /** Leaves the one address that is nobody's secret, the sender's. */
    public static String text(String text, String sender) {
        String masked = masked(text, sender);
        return masked.length() > MAX_LENGTH ? masked.substring(0, MAX_LENGTH) + "..." : masked;
    }

    /** As {@link #text}, of any length. */
    public static String masked(String text, String sender) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return ADDRESS.matcher(line).replaceAll(found -> found.group().equalsIgnoreCase(sender) ? "$0" : "<address>");
    }

    public static String cause(Throwable failure) {
        String message = failure.getMessage();
        return text(message == null ? failure.getClass().getSimpleName() : message, "");
    }
}
