package dev.postrider.chaos;

import com.mongodb.client.model.Filters;
import dev.postrider.ledger.RunId;
import dev.postrider.program.Site;
import dev.postrider.ses.MessageTags;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.bson.Document;

/** Events in which SES tells that people took a mail for spam. */
final class Complaints {

    private static final int MOST = 2;

    private final Site site;

    Complaints(Site site) {
        this.site = site;
    }

    /** Of the first who got the run's mail, by the ledger; one a line. */
    String of(RunId run) {
        String prefix = run.value() + '|';
        return site
                .collection("deliveries")
                .find(Filters.and(
                        Filters.gte("_id", prefix), Filters.lt("_id", prefix + '~'), Filters.eq("state", Attempt.SENT)))
                .limit(MOST)
                .map(row -> row.getString("_id").substring(prefix.length()))
                .into(new ArrayList<>())
                .stream()
                .map(recipient -> event(run, recipient))
                .collect(Collectors.joining("\n"));
    }

    private String event(RunId run, String recipient) {
        Document found =
                site.collection("recipients").find(Filters.eq("_id", recipient)).first();
        String address = found == null ? "" : found.getString("email");
        return """
                {"eventType":"Complaint","mail":{"destination":["%s"],"tags":{"run":["%s"],"recipient":["%s"]}},\
                "complaint":{"complaintFeedbackType":"abuse","complainedRecipients":[{"emailAddress":"%s"}]}}""".formatted(address, MessageTags.encode(run.value()), MessageTags.encode(recipient), address);
    }
}
