package dev.postrider.inactivity;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.postrider.recipient.RecipientFields;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Marks whose stage has changed, takes the mark from who is active again, and counts everybody. */
class FindingWriter implements ItemStreamWriter<Finding> {

    private final MongoDatabaseFactory mongo;
    private final Date at;
    private StageCounts counts;

    /** @param at the date of new marks */
    FindingWriter(MongoDatabaseFactory mongo, Stages stages, Instant at) {
        this.mongo = mongo;
        this.at = Date.from(at);
        this.counts = StageCounts.none(stages);
    }

    @Override
    public void open(ExecutionContext context) {
        counts = counts.readFrom(context);
    }

    @Override
    public void write(Chunk<? extends Finding> chunk) {
        List<UpdateOneModel<Document>> updates = chunk.getItems().stream()
                .filter(Finding::changes)
                .map(finding -> new UpdateOneModel<Document>(
                        Filters.eq(RecipientFields.ID, finding.recipient()), update(finding)))
                .toList();
        if (!updates.isEmpty()) {
            mongo.getMongoDatabase()
                    .getCollection(RecipientFields.COLLECTION)
                    .bulkWrite(updates, new BulkWriteOptions().ordered(false));
        }
        counts = counts.plus(chunk.getItems(), updates.size());
    }

    private Bson update(Finding finding) {
        return finding.stage() == null
                ? Updates.unset(RecipientFields.INACTIVITY)
                : Updates.set(
                        RecipientFields.INACTIVITY,
                        new Document(RecipientFields.STAGE, finding.stage()).append(RecipientFields.AT, at));
    }

    @Override
    public void update(ExecutionContext context) {
        counts.writeTo(context);
    }
}
