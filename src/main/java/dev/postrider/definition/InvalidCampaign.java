package dev.postrider.definition;

/** A campaign's file does not say what it must; the message has file, line and cause. */
public final class InvalidCampaign extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidCampaign(String file, int line, String cause) {
        super(file + ":" + line + ": " + cause);
    }
}
