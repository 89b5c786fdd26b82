package dev.postrider.resend;

import dev.postrider.consent.UnsubscribeLinks;
import dev.postrider.delivery.DeliverOrders;
import dev.postrider.ledger.RunId;
import dev.postrider.render.RenderOrders;
import dev.postrider.ses.SenderCheck;
import org.springframework.stereotype.Component;

/** What a run pinned, as a resend of it is rendered and sent. */
@Component
class PinnedOrders {

    private final RenderOrders renderOrders;
    private final DeliverOrders deliverOrders;
    private final SenderCheck sender;
    private final UnsubscribeLinks links;

    PinnedOrders(RenderOrders renderOrders, DeliverOrders deliverOrders, SenderCheck sender, UnsubscribeLinks links) {
        this.renderOrders = renderOrders;
        this.deliverOrders = deliverOrders;
        this.sender = sender;
        this.links = links;
    }

    /** Throws what keeps the run from being sent, before anything is. */
    void check(RunId run) {
        links.check();
        sender.check(renderOrders.find(run).from());
    }

    ResendWriter.Order of(Resend resend) {
        return new ResendWriter.Order(
                resend.attempt(),
                renderOrders.find(resend.run()),
                deliverOrders.find(resend.run()).rate());
    }
}
