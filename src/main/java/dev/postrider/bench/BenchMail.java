package dev.postrider.bench;

import dev.postrider.consent.UnsubscribeLinks;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Subscription;
import dev.postrider.render.MessageModel;
import dev.postrider.template.CompiledTemplate;
import dev.postrider.template.RenderedMessage;
import dev.postrider.template.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Recipients and their mails, one at a time; the rendering is the campaign's own. */
@Lazy
@Component
final class BenchMail {

    private static final RunId RUN = RunId.of("bench-by-hand", Instant.EPOCH);

    /** One message with all that SES has to be told. */
    record Mail(RecipientId recipient, String email, String unsubscribeUrl, RenderedMessage message) {}

    private final Recipients recipients;
    private final UnsubscribeLinks links;
    private final CompiledTemplate template;
    private final MessageModel model = new MessageModel(Map.of("name", BenchFiles.NAME), Instant.EPOCH);

    BenchMail(Recipients recipients, UnsubscribeLinks links, Templates templates) {
        this.recipients = recipients;
        this.links = links;
        this.template = templates.compile(templates.pin(BenchFiles.NAME));
    }

    List<RecipientId> recipients(int most) {
        List<RecipientId> ids = new ArrayList<>();
        Document subscribed = new Document("subscription", Subscription.SUBSCRIBED.name());
        recipients.forEachCandidate(subscribed, candidate -> {
            if (ids.size() < most) {
                ids.add(candidate.id());
            }
        });
        return ids;
    }

    Mail render(Recipient recipient, Map<RecipientId, Friend> friends) {
        RecipientId id = recipient.id();
        String url = links.url(RUN, id);
        return new Mail(id, recipient.email(), url, template.render(model.of(recipient, friends, url)));
    }

    Mail render(RecipientId id) {
        Recipient recipient = recipients.find(id).orElseThrow(() -> new BenchFailed("no recipient " + id));
        return render(recipient, recipients.friends(recipient.friends()));
    }
}
