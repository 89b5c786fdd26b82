package dev.postrider.schema;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the indexes that rooms declare, where they are absent. They make looks faster and decide nothing, so that one which
 * cannot be made is a warning. Any number of processes may do so at once, each as often as it likes.
 */
@Component
public class NeededIndexes {

    private static final Logger log = LoggerFactory.getLogger(NeededIndexes.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MongoTemplate mongo;
    private final List<NeededIndex> needed;

    NeededIndexes(MongoTemplate mongo, List<NeededIndex> needed) {
        this.mongo = mongo;
        this.needed = needed;
    }

    /** Returns when they are there, or after five seconds: those of large collections are made beside other work. */
    public void make() {
        Thread maker = new Thread(() -> refusals().forEach(log::warn), "indexes");
        maker.setDaemon(true);
        maker.start();
        try {
            maker.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (maker.isAlive()) {
            log.info("MongoDB is still making indexes; some looks are slow until it is done");
        }
    }

    /** Makes them, and returns a line for each that cannot be made. */
    List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        for (NeededIndex index : needed) {
            try {
                makeIfAbsent(index);
            } catch (MongoException e) {
                refusals.add(line(index, e));
            }
        }
        return refusals;
    }

    private void makeIfAbsent(NeededIndex index) {
        MongoCollection<Document> collection = mongo.getDb().getCollection(index.collection());
        List<Document> existing = collection.listIndexes().into(new ArrayList<>());
        if (existing.stream().noneMatch(index::servedBy)) {
            collection.createIndex(index.keys());
        }
    }

    String line(NeededIndex index, MongoException e) {
        String cause = e instanceof MongoCommandException refusal
                ? refusal.getErrorMessage() + " (" + refusal.getServerAddress() + ")"
                : String.valueOf(e.getMessage());
        return "the index " + index.keys().toJson() + " of " + mongo.getDb().getName() + "." + index.collection()
                + " cannot be made, so that looks there are slow: " + cause;
    }
}
