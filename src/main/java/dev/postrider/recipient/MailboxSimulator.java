package dev.postrider.recipient;

/** SES's mailbox simulator, whose addresses are there for tests: what comes of mails to them says nothing of a list. */
public final class MailboxSimulator {

    private static final String DOMAIN = "@simulator.amazonses.com";

    private MailboxSimulator() {}

    /** @param address normalised */
    public static boolean has(String address) {
        return address.endsWith(DOMAIN);
    }
}
