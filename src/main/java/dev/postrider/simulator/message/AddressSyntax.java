package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.regex.Pattern;

/** The syntax that SES asks of an address: {@code local@domain} in 7-bit ASCII, alone or after a display name. */
public final class AddressSyntax {

    private static final CharacterRule LOCAL =
            new CharacterRule(64, c -> c > ' ' && c <= '~' && "@<>,;:\\[]()".indexOf(c) < 0);
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]");
    private static final int MAX_LENGTH = 320;

    private AddressSyntax() {}

    static void check(String given) {
        String address = bare(given);
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw Refusal.badRequest("Missing final '@domain'");
        }
        if (hasControls(given) || !LOCAL.allows(address.substring(0, at))) {
            throw Refusal.badRequest("Local address contains control or whitespace");
        }
        if (address.length() > MAX_LENGTH
                || !DOMAIN.matcher(address.substring(at + 1)).matches()) {
            throw Refusal.badRequest("Domain contains illegal character");
        }
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The address itself, without a display name. */
    public static String bare(String given) {
        int open = given.lastIndexOf('<');
        return open >= 0 && given.endsWith(">") ? given.substring(open + 1, given.length() - 1) : given.strip();
    }
}
