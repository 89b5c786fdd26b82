package dev.postrider.warmup;

import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import java.util.stream.Stream;

/**
 * What SES verifies: an address, or a domain, which covers its addresses and the domains below it.
 *
 * @param name in lower case, and in ASCII
 */
record SendingIdentity(String name) {

    private static final String ANYBODY = "anybody@";

    /** @throws IllegalArgumentException if it is neither an address nor a domain */
    static SendingIdentity parse(String text) {
        try {
            String address = EmailAddress.parse(text.contains("@") ? text : ANYBODY + text)
                    .normalised();
            return new SendingIdentity(text.contains("@") ? address : address.substring(ANYBODY.length()));
        } catch (InvalidEmailAddress e) {
            throw new IllegalArgumentException("identity '" + text.replaceAll("\\p{Cntrl}", "?")
                    + "' is neither an address nor a domain, as rewards@example.com or news.example.com");
        }
    }

    /**
     * Those that a sender may belong to: its address, its domain, and the domains above that.
     *
     * @param from as in a campaign: {@code Lucky Reels <rewards@mail.example.com>}
     */
    static Stream<SendingIdentity> covering(String from) {
        String address = EmailAddress.parse(address(from)).normalised();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        Stream<String> domains =
                Stream.iterate(domain, name -> name.indexOf('.') > 0, name -> name.substring(name.indexOf('.') + 1));
        return Stream.concat(Stream.of(address), domains).map(SendingIdentity::new);
    }

    private static String address(String from) {
        int bracket = from.lastIndexOf('<');
        return bracket < 0 ? from : from.substring(bracket + 1, from.lastIndexOf('>'));
    }
}
