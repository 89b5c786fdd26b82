package dev.postrider.render;

import dev.postrider.consent.UnsubscribeLinks;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.EnvelopePacker;
import dev.postrider.recipient.Friend;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.template.CompiledTemplate;
import dev.postrider.template.RenderFailed;
import dev.postrider.template.RenderedMessage;
import dev.postrider.template.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Renders the messages of planned recipients, with a few queries for all of them and of their friends. Thread-safe. */
@Component
public class Renderer {

    private final Recipients recipients;
    private final Eligibility eligibility;
    private final Templates templates;
    private final UnsubscribeLinks links;
    private final EnvelopePacker packer;

    Renderer(
            Recipients recipients,
            Eligibility eligibility,
            Templates templates,
            UnsubscribeLinks links,
            EnvelopePacker packer) {
        this.recipients = recipients;
        this.eligibility = eligibility;
        this.templates = templates;
        this.links = links;
        this.packer = packer;
    }

    /** Every planned recipient comes back, in a batch or as a skip. */
    public RenderedSlice render(RenderOrder order, List<RecipientId> planned) {
        Map<RecipientId, Recipient> found = recipients.findAll(planned);
        Mailable mailable = eligibility.among(order, planned, found);
        List<Skip> skips = new ArrayList<>(mailable.skips());
        List<Envelope> envelopes =
                renderAll(order, mailable.recipients(), friends(mailable.recipients(), found), skips);
        return new RenderedSlice(batches(order, envelopes), skips);
    }

    private Map<RecipientId, Friend> friends(List<Recipient> mailable, Map<RecipientId, Recipient> found) {
        Map<RecipientId, Friend> friends = new HashMap<>();
        Set<RecipientId> missing = new HashSet<>();
        for (Recipient recipient : mailable) {
            for (RecipientId friend : recipient.friends()) {
                Recipient known = found.get(friend);
                if (known == null) {
                    missing.add(friend);
                } else {
                    friends.computeIfAbsent(friend, id -> Friend.of(known));
                }
            }
        }
        friends.putAll(recipients.friends(missing));
        return friends;
    }

    private List<Envelope> renderAll(
            RenderOrder order, List<Recipient> mailable, Map<RecipientId, Friend> people, List<Skip> skips) {
        CompiledTemplate template = templates.compile(order.templateHash());
        MessageModel model = new MessageModel(order.campaign(), order.slot());
        RunId run = order.plan().run();
        List<Envelope> envelopes = new ArrayList<>(mailable.size());
        for (Recipient recipient : mailable) {
            String url = links.url(run, recipient.id());
            try {
                envelopes.add(envelope(recipient, template.render(model.of(recipient, people, url)), url));
            } catch (RenderFailed e) {
                skips.add(new Skip(recipient.id(), SkipReason.RENDER_FAILED, e.getMessage()));
            }
        }
        return envelopes;
    }

    private List<EnvelopeBatch> batches(RenderOrder order, List<Envelope> envelopes) {
        return packer.pack(order.plan().run(), order.from(), order.replyTo(), envelopes);
    }

    private static Envelope envelope(Recipient recipient, RenderedMessage message, String unsubscribeUrl) {
        return new Envelope(
                recipient.id(),
                recipient.email(),
                recipient.address(),
                message.subject(),
                message.html(),
                message.text(),
                unsubscribeUrl);
    }
}
