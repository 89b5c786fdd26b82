package dev.postrider.campaign;

import dev.postrider.delivery.DirectSender;
import dev.postrider.delivery.StopSignal;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.RenderFailures;
import dev.postrider.render.RenderOrder;
import dev.postrider.render.RenderedSlice;
import dev.postrider.render.Renderer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Renders and sends without the outbox: to the first share, and to whom the outbox lost. */
@Component
class GapFiller {

    private final Renderer renderer;
    private final DirectSender sender;
    private final RenderFailures failures;
    private final RunSettings settings;

    GapFiller(Renderer renderer, DirectSender sender, RenderFailures failures, RunSettings settings) {
        this.renderer = renderer;
        this.sender = sender;
        this.failures = failures;
        this.settings = settings;
    }

    void fill(PinnedCampaign campaign, List<RecipientId> gaps, StopSignal stop) {
        RenderOrder order = campaign.renderOrder(settings.maxRenderFailures());
        RenderedSlice slice = renderer.render(order, gaps);
        failures.record(order, slice.skips());
        for (EnvelopeBatch batch : slice.batches()) {
            sender.send(batch, campaign.rate(), stop);
        }
    }
}
