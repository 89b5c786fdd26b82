package dev.postrider.campaign;

/** The segment has more recipients than the campaign allows. */
public final class PlanTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlanTooLarge(String campaign, long maxRecipients) {
        super("campaign '" + campaign + "' selects more than the " + maxRecipients
                + " recipients that limits.maxRecipients allows; nothing was sent");
    }
}
