package dev.postrider.proof;

import dev.postrider.consent.UnsubscribeLinks;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.EnvelopePacker;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.template.RenderedMessage;
import dev.postrider.template.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Renders copies from the pinned template and its own sample, with a link that unsubscribes nobody. */
@Component
public class ProofCopies {

    private static final String MARK = "[Proof] ";
    private static final String ANY_URL = "https://mail.example.com/u/proof";

    private final Templates templates;
    private final UnsubscribeLinks links;
    private final EnvelopePacker packer;

    ProofCopies(Templates templates, UnsubscribeLinks links, EnvelopePacker packer) {
        this.templates = templates;
        this.links = links;
        this.packer = packer;
    }

    /**
     * Renders a copy for nobody, if there is a team to get it.
     *
     * @throws dev.postrider.template.RenderFailed if the sample cannot be rendered
     * @throws dev.postrider.template.InvalidTemplate if there is no proper sample
     */
    public void check(ProofOrder order) {
        if (!order.team().isEmpty()) {
            render(order, ANY_URL);
        }
    }

    /**
     * One copy for each of the addresses.
     *
     * @throws dev.postrider.template.RenderFailed if the sample cannot be rendered
     * @throws dev.postrider.template.InvalidTemplate if there is no proper sample
     */
    List<EnvelopeBatch> render(ProofOrder order, List<EmailAddress> addresses) {
        String url = links.deadUrl();
        RenderedMessage message = render(order, url);
        List<Envelope> envelopes = addresses.stream()
                .map(address -> envelope(address, message, url))
                .toList();
        return packer.pack(order.run().proof(), order.from(), order.replyTo(), envelopes);
    }

    private RenderedMessage render(ProofOrder order, String url) {
        Map<String, Object> model = new HashMap<>(templates.sample(order.templateHash()));
        model.put("campaign", order.campaign());
        model.put("slot", order.slot());
        model.put("unsubscribeUrl", url);
        return templates.compile(order.templateHash()).render(model);
    }

    private static Envelope envelope(EmailAddress address, RenderedMessage message, String url) {
        return new Envelope(
                ProofOrder.recipient(address),
                address.given(),
                address.normalised(),
                MARK + message.subject(),
                message.html(),
                message.text(),
                url);
    }
}
