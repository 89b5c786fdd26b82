package dev.postrider.inactivity;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.postrider.recipient.RecipientFields;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Reads a range of recipients in the order of ids through one cursor; its checkpoint is the last id. */
class ActivityReader implements ItemStreamReader<Activity> {

    private static final String LAST = "activity.last";
    private static final int ROWS_A_FETCH = 5_000;
    private static final Bson FIELDS = Projections.include(
            RecipientFields.SIGNED_UP_AT, RecipientFields.LAST_ACTIVE_AT, RecipientFields.INACTIVITY);

    private final MongoDatabaseFactory mongo;
    private final IdRange range;
    private @Nullable MongoCursor<Document> cursor;
    private @Nullable String last;

    ActivityReader(MongoDatabaseFactory mongo, IdRange range) {
        this.mongo = mongo;
        this.range = range;
    }

    @Override
    public void open(ExecutionContext context) {
        last = context.containsKey(LAST) ? context.getString(LAST) : null;
        cursor = mongo.getMongoDatabase()
                .getCollection(RecipientFields.COLLECTION)
                .find(filter())
                .projection(FIELDS)
                .sort(Sorts.ascending(RecipientFields.ID))
                .batchSize(ROWS_A_FETCH)
                .iterator();
    }

    private Bson filter() {
        List<Bson> bounds = new ArrayList<>();
        if (last != null) {
            bounds.add(Filters.gt(RecipientFields.ID, last));
        } else if (range.from() != null) {
            bounds.add(Filters.gte(RecipientFields.ID, range.from()));
        }
        if (range.to() != null) {
            bounds.add(Filters.lt(RecipientFields.ID, range.to()));
        }
        return bounds.isEmpty() ? Filters.empty() : Filters.and(bounds);
    }

    @Override
    public @Nullable Activity read() {
        MongoCursor<Document> open = Objects.requireNonNull(cursor, "not open");
        if (!open.hasNext()) {
            return null;
        }
        Document document = open.next();
        last = document.getString(RecipientFields.ID);
        Date active = document.getDate(RecipientFields.LAST_ACTIVE_AT);
        Date seen = active == null ? document.getDate(RecipientFields.SIGNED_UP_AT) : active;
        Document inactivity = document.get(RecipientFields.INACTIVITY, new Document());
        return new Activity(last, seen == null ? null : seen.toInstant(), inactivity.getInteger(RecipientFields.STAGE));
    }

    @Override
    public void update(ExecutionContext context) {
        if (last != null) {
            context.putString(LAST, last);
        }
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }
}
