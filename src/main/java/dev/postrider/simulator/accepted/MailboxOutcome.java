package dev.postrider.simulator.accepted;

import java.util.Locale;

/** What would become of an accepted message, as the addresses of the mailbox simulator let one choose. */
public enum MailboxOutcome {
    DELIVERY,
    BOUNCE,
    COMPLAINT,
    SUPPRESSED,
    OOTO,
    RENDERING_FAILURE;

    private static final String DOMAIN = "@simulator.amazonses.com";

    /** The outcome for a bare address: delivery, unless the mailbox simulator has another for it. Labels are ignored. */
    static MailboxOutcome of(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(DOMAIN)) {
            return DELIVERY;
        }
        String local = lower.substring(0, lower.length() - DOMAIN.length());
        int label = local.indexOf('+');
        return switch (label < 0 ? local : local.substring(0, label)) {
            case "bounce" -> BOUNCE;
            case "complaint" -> COMPLAINT;
            case "suppressionlist" -> SUPPRESSED;
            case "ooto" -> OOTO;
            default -> DELIVERY;
        };
    }

    /** Whether the address belongs to the mailbox simulator, to which the sandbox may send too. */
    public static boolean isMailboxSimulator(String address) {
        return address.toLowerCase(Locale.ROOT).endsWith(DOMAIN);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
