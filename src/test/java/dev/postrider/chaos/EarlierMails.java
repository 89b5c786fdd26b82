package dev.postrider.chaos;

import dev.postrider.program.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/** Runs of the days before, which gave some of the recipients as many mails as a cap allows. */
final class EarlierMails {

    private EarlierMails() {}

    static boolean has(Document recipient) {
        return recipient.getString("_id").endsWith("5");
    }

    static void send(Site site) {
        Instant now = Instant.now();
        List<Document> recipients = site.collection("recipients").find().into(new ArrayList<>());
        IntStream.rangeClosed(1, CampaignKind.CAP)
                .mapToObj(daysAgo -> run(daysAgo, now))
                .forEach(run -> {
                    site.collection("runs").insertOne(run);
                    site.collection("deliveries")
                            .insertMany(recipients.stream()
                                    .filter(EarlierMails::has)
                                    .map(recipient -> delivery(run.getString("_id"), recipient.getString("_id"), now))
                                    .toList());
                });
    }

    /** Whether it is one of these. */
    static boolean are(String run) {
        return run.startsWith("earlier@");
    }

    private static Document run(int daysAgo, Instant now) {
        return new Document("_id", "earlier@202611" + (24 - daysAgo) + "T090000Z")
                .append("state", "COMPLETED")
                .append("epoch", 1L)
                .append("day", "2026-11-" + (24 - daysAgo))
                .append("source", "")
                .append("topic", null)
                .append("template", "")
                .append("renderEnded", true)
                .append("createdAt", now)
                .append("restedAt", now)
                .append("v", 1);
    }

    private static Document delivery(String run, String recipient, Instant now) {
        return new Document("_id", run + '|' + recipient)
                .append("state", Attempt.SENT)
                .append("token", "earlier|1")
                .append("at", now)
                .append("settledAt", now)
                .append("v", 1);
    }
}
