package dev.postrider.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Tries idempotent writes again while MongoDB does not answer: an outcome that is known here and cannot be written would
 * have to be called UNKNOWN.
 */
@Component
class StoreRetry {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Duration limit;

    StoreRetry(LedgerSettings settings) {
        this.limit = settings.storeRetry();
    }

    void run(Runnable write) {
        call(() -> {
            write.run();
            return true;
        });
    }

    <T> T call(Supplier<T> write) {
        long start = System.nanoTime();
        while (true) {
            try {
                return write.get();
            } catch (MongoException e) {
                if (refused(e) || System.nanoTime() - start > limit.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /**
     * MongoDB answered, and would answer the same again. A server that is no longer or not yet primary passes, and so does
     * a write that a majority has not confirmed.
     */
    private static boolean refused(MongoException e) {
        if (e instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() == null;
        }
        boolean failover = e instanceof MongoNotPrimaryException || e instanceof MongoNodeIsRecoveringException;
        return !failover && e instanceof MongoCommandException;
    }
}
