package dev.postrider.campaign;

import com.mongodb.client.model.Filters;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.recipient.RecipientFields;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Subscription;
import dev.postrider.run.Run;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;

/** To how many recipients campaigns and runs would send as things stand. Nobody is looked up one by one. */
@Service
public class Audiences {

    private final Recipients recipients;
    private final Ledger ledger;

    Audiences(Recipients recipients, Ledger ledger) {
        this.recipients = recipients;
        this.ledger = ledger;
    }

    /** Subscribed recipients whom the segment selects now as of the slot's day, the suppressed ones included. */
    public long count(CampaignDefinition campaign, Instant slot) {
        return subscribed(PinnedCampaign.filter(campaign, PinnedCampaign.dayOf(campaign, slot)));
    }

    /** Those of the run who have had no turn yet, without those who were not to be mailed at plan. */
    public long left(Run run) {
        if (run.plan() == null) {
            return subscribed(PinnedCampaign.of(run).filter());
        }
        Figures figures = ledger.figures(run.id());
        long skips =
                run.expectedSkips().values().stream().mapToLong(Long::longValue).sum();
        long skipsToCome = Math.max(0, skips - figures.skippedTotal());
        return Math.max(0, run.planned() - figures.total() - skipsToCome);
    }

    /** From whom they have it, as pinned. */
    public String sender(Run run) {
        return PinnedCampaign.of(run).definition().from();
    }

    private long subscribed(Bson filter) {
        return recipients.count(
                Filters.and(filter, Filters.eq(RecipientFields.SUBSCRIPTION, Subscription.SUBSCRIBED.name())));
    }
}
