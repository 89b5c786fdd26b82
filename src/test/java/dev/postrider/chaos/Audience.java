package dev.postrider.chaos;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.program.Site;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The recipients of all runs: people, and some test addresses; a few unsubscribed, and a few with what SES refuses. */
final class Audience {

    static final String NO_ADDRESS = "not an address";

    private static final int SIZE = 400;
    private static final int QUARTERS = 4;

    private Audience() {}

    static void gather(Site site) {
        MongoCollection<Document> recipients = site.recipients(SIZE).collection("recipients");
        for (int number = 0; number < SIZE; number++) {
            String id = String.format("r%05d", number);
            recipients.updateOne(Filters.eq("_id", id), person(id, Math.floorDiv(number * QUARTERS, SIZE)));
        }
    }

    private static Bson person(String id, double quarter) {
        String email = email(id);
        return Updates.combine(
                Updates.set("email", email),
                Updates.set("address", email),
                Updates.set("subscription", id.endsWith("7") ? "UNSUBSCRIBED" : "SUBSCRIBED"),
                Updates.set("attributes.spent", quarter));
    }

    /** Complaints count of people only, and not of test addresses. */
    private static String email(String id) {
        if (id.endsWith("33")) {
            return NO_ADDRESS;
        }
        return id.endsWith("1") ? "success+" + id + "@simulator.amazonses.com" : "player+" + id + "@example.com";
    }
}
