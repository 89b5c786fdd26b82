package dev.postrider.bench;

/** What is compared. */
public enum ContenderKind {
    /** The campaign job as it is. */
    CAMPAIGN(CampaignContender.class),
    /** One recipient at a time: find, render, send, mark. */
    NAIVE(NaiveContender.class),
    /** Nothing but bulk requests that are rendered beforehand. */
    FLOOR(FloorContender.class);

    private final Class<? extends Contender> type;

    ContenderKind(Class<? extends Contender> type) {
        this.type = type;
    }

    /** The bean that does it. */
    public Class<? extends Contender> type() {
        return type;
    }
}
