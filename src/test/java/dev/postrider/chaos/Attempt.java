package dev.postrider.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a delivery, as the ledger has it.
 *
 * @param reason of one that is skipped
 * @param at when it was claimed; null where it never was
 */
record Attempt(
        int number,
        String state,
        @Nullable String reason,
        @Nullable Instant at) {

    static final String SENT = "SENT";
    static final String REJECTED = "REJECTED";
    static final String SKIPPED = "SKIPPED";
    static final String UNKNOWN = "UNKNOWN";

    /** Those of a row, the first one first. */
    static List<Attempt> of(Document row) {
        List<Document> documents = new ArrayList<>();
        documents.add(row);
        documents.addAll(row.getList("earlier", Document.class, List.of()));
        if (row.containsKey("resent")) {
            documents.add(row.get("resent", Document.class));
        }
        return documents.stream().map(Attempt::attempt).toList();
    }

    private static Attempt attempt(Document document) {
        Date at = document.getDate("at");
        return new Attempt(
                document.getInteger("attempt", 1),
                document.getString("state"),
                document.getString("reason"),
                at == null ? null : at.toInstant());
    }

    boolean is(String expected) {
        return state.equals(expected);
    }
}
