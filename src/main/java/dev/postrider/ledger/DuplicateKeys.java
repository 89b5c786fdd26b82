package dev.postrider.ledger;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import java.util.Set;
import java.util.stream.Collectors;

/** The duplicate keys of an unordered insert; any other write error is thrown again. */
final class DuplicateKeys {

    private static final int DUPLICATE_KEY = 11000;

    private DuplicateKeys() {}

    /** Indexes of the documents that were there before. The driver's inserted count is not to be trusted everywhere. */
    static Set<Integer> indexesOf(MongoBulkWriteException e) {
        if (e.getWriteConcernError() != null
                || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
            throw e;
        }
        return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
    }
}
