package dev.postrider.ledger;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dev.postrider.recipient.RecipientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Counts the mails that people got of some runs, or may have got: those that are sent, unknown or being sent. */
@Component
public class RecentMails {

    private static final Set<DeliveryState> MAY_ARRIVE =
            EnumSet.of(DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.CLAIMED);
    private static final Bson FIELDS =
            Projections.include(Deliveries.STATE, Deliveries.AT, Deliveries.RESENT, Deliveries.EARLIER);

    /** Keeps a query far below the 16 MB that MongoDB takes. */
    private static final int MOST_IDS = 20_000;

    private final Deliveries deliveries;

    RecentMails(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * Those claimed at this instant or later, by recipient, one a run whatever attempts there were; who got none is absent.
     * Rows are looked up by {@code _id} alone, which every store has an index for, so that claims need not keep another one;
     * what is too old is left out here.
     */
    public Map<RecipientId, Integer> count(Collection<RunId> runs, Collection<RecipientId> recipients, Instant since) {
        List<String> ids = runs.stream()
                .flatMap(run -> recipients.stream().map(recipient -> Deliveries.id(run, recipient)))
                .toList();
        Map<RecipientId, Integer> counts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            Bson rows = Filters.in(Deliveries.ID, ids.subList(from, Math.min(from + MOST_IDS, ids.size())));
            for (Document row : deliveries.collection().find(rows).projection(FIELDS)) {
                if (Deliveries.attempts(row).anyMatch(attempt -> counts(attempt, since))) {
                    counts.merge(Deliveries.recipient(row), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static boolean counts(Document attempt, Instant since) {
        Date claimedAt = attempt.getDate(Deliveries.AT);
        return claimedAt != null
                && !claimedAt.toInstant().isBefore(since)
                && MAY_ARRIVE.contains(DeliveryState.valueOf(attempt.getString(Deliveries.STATE)));
    }
}
