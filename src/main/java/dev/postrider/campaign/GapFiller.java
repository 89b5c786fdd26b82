package dev.postrider.campaign;

import dev.postrider.delivery.BatchSender;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.Ledger;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.RenderedSlice;
import dev.postrider.render.Renderer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Renders and sends recipients whose messages were lost with the outbox. */
@Component
class GapFiller {

    private final Renderer renderer;
    private final BatchSender sender;
    private final Ledger ledger;
    private final RunSettings settings;

    GapFiller(Renderer renderer, BatchSender sender, Ledger ledger, RunSettings settings) {
        this.renderer = renderer;
        this.sender = sender;
        this.ledger = ledger;
        this.settings = settings;
    }

    void fill(PinnedCampaign campaign, List<RecipientId> gaps, StopSignal stop) {
        RenderedSlice slice = renderer.render(campaign.renderOrder(settings.maxRenderFailures()), gaps);
        ledger.skip(campaign.run().id(), slice.skips());
        for (EnvelopeBatch batch : slice.batches()) {
            sender.send(batch, campaign.rate(), stop);
        }
    }
}
