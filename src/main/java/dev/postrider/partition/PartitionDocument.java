package dev.postrider.partition;

import com.mongodb.client.model.Filters;
import dev.postrider.ledger.RunId;
import dev.postrider.schema.SchemaVersion;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A partition as its document in the collection {@code partitions}. */
final class PartitionDocument {

    static final String ID = "_id";
    static final String OWNER = "owner";
    static final String STOPPING = "stopping";
    static final String ENDED = "ended";
    private static final String RUN = "run";
    private static final String EPOCH = "epoch";
    private static final String STAGE = "stage";
    private static final String WORK = "work";
    private static final String NAME = "name";
    private static final String EXECUTION = "execution";

    private PartitionDocument() {}

    static Document of(Partition partition) {
        Stage stage = partition.stage();
        return new Document(ID, partition.id())
                .append(RUN, stage.run().value())
                .append(EPOCH, stage.epoch())
                .append(STAGE, stage.name())
                .append(WORK, stage.work())
                .append(NAME, partition.name())
                .append(EXECUTION, partition.execution())
                .append(OWNER, partition.owner())
                .append(STOPPING, partition.stopping())
                .append(ENDED, partition.ended())
                .append(SchemaVersion.FIELD, SchemaVersion.FIRST);
    }

    static Partition partition(Document document) {
        return new Partition(
                new Stage(
                        new RunId(document.getString(RUN)),
                        document.getLong(EPOCH),
                        document.getString(STAGE),
                        document.getString(WORK)),
                document.getString(NAME),
                document.getLong(EXECUTION),
                document.getString(OWNER),
                document.getBoolean(STOPPING),
                document.getBoolean(ENDED));
    }

    static Bson of(RunId run) {
        return Filters.eq(RUN, run.value());
    }

    static Bson of(RunId run, long epoch) {
        return Filters.and(of(run), Filters.eq(EPOCH, epoch));
    }

    static Bson of(Stage stage) {
        return Filters.and(of(stage.run(), stage.epoch()), Filters.eq(STAGE, stage.name()));
    }

    static Bson ofOlderEpochs(Stage stage) {
        return Filters.and(of(stage.run()), Filters.lt(EPOCH, stage.epoch()));
    }
}
