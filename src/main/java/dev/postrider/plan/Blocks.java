package dev.postrider.plan;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.RunRemains;
import dev.postrider.recipient.RecipientId;
import dev.postrider.schema.SchemaVersion;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * The collection {@code blocks}: {@code {_id: "run|epoch|number", count, ids}}, where {@code ids} are the recipients' ids
 * in order, compressed. A block is written once and never changed, so a plan over a living collection stays exact.
 */
@Component
public class Blocks implements RunRemains {

    private final MongoTemplate mongo;

    Blocks(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void write(RunId run, long epoch, int number, List<RecipientId> recipients) {
        String id = id(run, epoch, number);
        Document block = new Document("_id", id)
                .append("count", recipients.size())
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST)
                .append("ids", new Binary(BlockCodec.encode(recipients)));
        collection()
                .withWriteConcern(WriteConcern.MAJORITY)
                .replaceOne(Filters.eq("_id", id), block, new ReplaceOptions().upsert(true));
    }

    /**
     * The ids of one block of a plan, in the order of the plan.
     *
     * @throws IllegalStateException when the block is gone
     */
    public List<RecipientId> read(FrozenPlan plan, int number) {
        String id = id(plan.run(), plan.epoch(), number);
        Document block = collection().find(Filters.eq("_id", id)).first();
        if (block == null) {
            throw new IllegalStateException("block " + id + " of the frozen recipients is missing from MongoDB");
        }
        return BlockCodec.decode(block.get("ids", Binary.class).getData());
    }

    /** Those of lost planners included. */
    @Override
    public void delete(RunId run) {
        collection().deleteMany(Filters.and(Filters.gte("_id", run + "|"), Filters.lt("_id", run + "}")));
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("blocks");
    }

    private static String id(RunId run, long epoch, int number) {
        return String.format(Locale.ROOT, "%s|%d|%06d", run, epoch, number);
    }
}
