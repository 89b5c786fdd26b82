package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;

/** What a campaign asks for beside its mails. */
enum CampaignKind {
    PLAIN("", 0),
    SCHEDULED("schedule: { cron: \"0,1 9 24 11 *\" }", 3),
    WATCHED("rollout: { first: 30%, watch: 2s }", 2),
    PROVED("proof: [" + CampaignKind.TEAM + "]", 2),
    APPROVED("approval: { above: 100 }", 2),
    CAPPED("cap: { mails: " + CampaignKind.CAP + ", days: 7 }", 2),
    GATED("proof: [" + CampaignKind.TEAM + "]\napproval: { above: 100 }\nrollout: { first: 30%, watch: 1s }", 2);

    static final String TEAM = "success+team@simulator.amazonses.com";

    /** Mails of all campaigns, which have one topic. */
    static final int CAP = 2;

    /** The one that is launched by hand, and the first one of the schedule. */
    private static final Instant SLOT = Instant.parse("2026-11-24T09:00:00Z");

    private static final int MINUTE = 60;

    private final String keys;
    private final int quarter;

    /** @param quarter of the recipients; this one and those above are selected, counted from 0 */
    CampaignKind(String keys, int quarter) {
        this.keys = keys;
        this.quarter = quarter;
    }

    String campaign() {
        return name().toLowerCase(Locale.ROOT);
    }

    String definition() {
        return """
                campaign: %s
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: { attributes.spent: { $gte: %d } }
                %s
                """.formatted(campaign(), quarter, keys);
    }

    List<RunId> runs() {
        RunId first = RunId.of(campaign(), SLOT);
        return this == SCHEDULED ? List.of(first, RunId.of(campaign(), SLOT.plusSeconds(MINUTE))) : List.of(first);
    }

    boolean selects(Document recipient) {
        return recipient.get("attributes", Document.class).getDouble("spent") >= quarter;
    }

    /** What has to open before its mails go out. */
    Set<Gate> gates() {
        return switch (this) {
            case PLAIN, SCHEDULED, CAPPED -> Set.of();
            case WATCHED -> Set.of(Gate.WATCH);
            case PROVED -> Set.of(Gate.PROOF);
            case APPROVED -> Set.of(Gate.APPROVAL);
            case GATED -> Set.of(Gate.PROOF, Gate.APPROVAL, Gate.WATCH);
        };
    }
}
