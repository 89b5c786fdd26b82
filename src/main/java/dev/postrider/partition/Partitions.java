package dev.postrider.partition;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Who works on which partition of the stages that are at work, in the collection {@code partitions}:
 * {@code {_id: "run|epoch|name", run, epoch, stage, work, name, execution, owner, stopping, ended}}.
 *
 * <ol>
 *   <li>offer: the holder of the run inserts the partitions of a stage
 *   <li>claim: any process puts its lease on one that is free, or whose owner is dead, on condition that it is as it was seen
 *   <li>take back: the holder does so with one of a live process that makes no progress
 *   <li>end, or release: its owner says that nothing is left to do, or leaves it to others
 *   <li>withdraw: the holder deletes them when all have ended; those of an earlier epoch when it begins
 * </ol>
 *
 * It saves work and no promise rests on it: a partition that two processes work on is rendered, or asks for batches, twice,
 * and the ledger drops the second copies.
 */
@Repository
public class Partitions {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);

    private final MongoTemplate mongo;
    private final Owners owners;

    Partitions(MongoTemplate mongo, Owners owners) {
        this.mongo = mongo;
        this.owners = owners;
    }

    void offer(Stage stage, Collection<Partition> partitions) {
        collection().deleteMany(PartitionDocument.ofOlderEpochs(stage));
        if (!partitions.isEmpty()) {
            collection()
                    .insertMany(partitions.stream().map(PartitionDocument::of).toList());
        }
    }

    /** Adds a partition that this process works on. */
    public Partition add(Stage stage, String name, long execution) {
        Partition mine = new Partition(stage, name, execution, owners.self(), false, false);
        collection().insertOne(PartitionDocument.of(mine));
        return mine;
    }

    /** A partition of the stage that nobody alive works on; from now on this process does. */
    public Optional<Partition> claim(Stage stage) {
        Map<String, Boolean> verdicts = new HashMap<>(Map.of(owners.self(), false));
        return all(stage).stream()
                .filter(partition -> !partition.ended())
                .filter(partition -> partition.owner() == null
                        || verdicts.computeIfAbsent(partition.owner(), owner -> !owners.alive(owner)))
                .filter(this::take)
                .map(partition -> partition.ownedBy(owners.self()))
                .findFirst();
    }

    /** A partition that another process has, alive or not, and that stands still there; from now on this process has it. */
    Optional<Partition> takeBack(Stage stage, Predicate<Partition> standsStill) {
        return all(stage).stream()
                .filter(partition -> !partition.ended() && partition.owner() != null && !isMine(partition))
                .filter(standsStill)
                .filter(this::take)
                .map(this::takenBack)
                .findFirst();
    }

    private Partition takenBack(Partition taken) {
        log.warn(
                "took {} of run {} back, which made no progress in {}",
                taken.name(),
                taken.stage().run(),
                owners.describe(String.valueOf(taken.owner())));
        return taken.ownedBy(owners.self());
    }

    /** Whether the partition is still its owner's. */
    public boolean holds(Partition partition) {
        return collection().countDocuments(asSeen(partition)) == 1;
    }

    private boolean take(Partition seen) {
        return change(seen, Updates.set(PartitionDocument.OWNER, owners.self()));
    }

    /** Nothing is left to do. Without effect when another process has taken the partition over. */
    public void end(Partition mine) {
        change(mine, Updates.set(PartitionDocument.ENDED, true));
    }

    /** Leaves the rest to others. Without effect when another process has taken the partition over. */
    public void release(Partition mine) {
        change(mine, Updates.set(PartitionDocument.OWNER, null));
    }

    private boolean change(Partition seen, Bson change) {
        return collection().updateOne(asSeen(seen), change).getMatchedCount() == 1;
    }

    private static Bson asSeen(Partition seen) {
        return Filters.and(
                Filters.eq(PartitionDocument.ID, seen.id()),
                Filters.eq(PartitionDocument.OWNER, seen.owner()),
                Filters.eq(PartitionDocument.ENDED, false));
    }

    /** Asks all who work on the stage to leave off. */
    void stop(Stage stage) {
        collection().updateMany(PartitionDocument.of(stage), Updates.set(PartitionDocument.STOPPING, true));
    }

    List<Partition> all(Stage stage) {
        return find(PartitionDocument.of(stage));
    }

    /** Of all stages that are at work in the run under this epoch. */
    public List<Partition> open(RunId run, long epoch) {
        return find(Filters.and(PartitionDocument.of(run, epoch), Filters.eq(PartitionDocument.ENDED, false)));
    }

    /** Those that are entered as this process's own. */
    public boolean isMine(Partition partition) {
        return owners.self().equals(partition.owner());
    }

    void withdraw(Stage stage) {
        collection().deleteMany(PartitionDocument.of(stage));
    }

    /** Of whatever epoch: what is there of a run that is over was left by a process that died. */
    public long count(RunId run) {
        return collection().countDocuments(PartitionDocument.of(run));
    }

    /** Of a run that is over. */
    public void delete(RunId run) {
        collection().deleteMany(PartitionDocument.of(run));
    }

    private List<Partition> find(Bson filter) {
        return collection().find(filter).map(PartitionDocument::partition).into(new ArrayList<>());
    }

    private MongoCollection<Document> collection() {
        return mongo.getDb().getCollection("partitions");
    }
}
