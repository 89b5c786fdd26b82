package dev.postrider.ses;

import java.util.regex.Pattern;

/** Texts of others, made fit for logs and the ledger: one line, not long, no whole address. */
final class Scrubbed {

    private static final int MAX_LENGTH = 200;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),:;]+@[^\\s<>\"'(),:;]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Scrubbed() {}

    /** Leaves the one address that is nobody's secret, the sender's. */
    static String text(String text, String sender) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        String masked =
                ADDRESS.matcher(line).replaceAll(found -> found.group().equalsIgnoreCase(sender) ? "$0" : "<address>");
        return masked.length() > MAX_LENGTH ? masked.substring(0, MAX_LENGTH) + "..." : masked;
    }

    static String masked(String text, String sender) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        return ADDRESS.matcher(line).replaceAll(found -> found.group().equalsIgnoreCase(sender) ? "$0" : "<address>");
    }

    static String cause(Throwable failure) {
        String message = failure.getMessage();
        return text(message == null ? failure.getClass().getSimpleName() : message, "");
    }
}
