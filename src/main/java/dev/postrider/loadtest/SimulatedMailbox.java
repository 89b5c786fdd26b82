package dev.postrider.loadtest;

import java.util.Locale;
import java.util.regex.Pattern;

/** A mailbox of SES's mailbox simulator. All addresses that a load test sends to are made here. */
public enum SimulatedMailbox {
    SUCCESS,
    BOUNCE,
    COMPLAINT,
    SUPPRESSIONLIST,
    OOTO;

    private static final String DOMAIN = "simulator.amazonses.com";
    private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,40}");

    /** As in addresses. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mailbox's address with a label, by which SES tells nothing apart but people do. */
    String address(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("'" + label + "' is no label of an address");
        }
        return label() + "+" + label + "@" + DOMAIN;
    }
}
