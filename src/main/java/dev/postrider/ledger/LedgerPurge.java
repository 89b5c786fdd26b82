package dev.postrider.ledger;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Deletes the deliveries of runs that are over. Their figures are kept, and are what the ledger says from then on. */
@Component
public class LedgerPurge {

    private static final int SLICE = 5_000;

    private final Deliveries deliveries;
    private final KeptFigures kept;
    private final Attempts attempts;

    LedgerPurge(Deliveries deliveries, KeptFigures kept, Attempts attempts) {
        this.deliveries = deliveries;
        this.kept = kept;
        this.attempts = attempts;
    }

    /** Keeps the figures of a run that nobody works on, before the first delivery goes: no claim is left in them. Idempotent. */
    public void keepFigures(RunId run) {
        if (kept.find(run).isEmpty()) {
            attempts.takeOverDead(run, owner -> true);
            kept.keep(run, FiguresQuery.of(deliveries.collection(), run));
        }
    }

    /**
     * Deletes some of the run's deliveries.
     *
     * @return how many; 0 when none are left
     * @throws IllegalStateException when the run's figures are not kept
     */
    public long deleteSome(RunId run) {
        if (kept.find(run).isEmpty()) {
            throw new IllegalStateException("the figures of run '" + run + "' are not kept yet");
        }
        MongoCollection<Document> collection = deliveries.collection();
        List<String> ids = collection
                .find(Deliveries.ofRun(run))
                .projection(Projections.include(Deliveries.ID))
                .sort(Sorts.ascending(Deliveries.ID))
                .limit(SLICE)
                .map(delivery -> delivery.getString(Deliveries.ID))
                .into(new ArrayList<>(SLICE));
        return ids.isEmpty()
                ? 0
                : collection.deleteMany(Filters.in(Deliveries.ID, ids)).getDeletedCount();
    }
}
