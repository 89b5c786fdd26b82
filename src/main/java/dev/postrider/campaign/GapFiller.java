package dev.postrider.campaign;

import dev.postrider.delivery.BatchSender;
import dev.postrider.delivery.StopSignal;
import dev.postrider.limits.LimitsUnavailable;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outage;
import dev.postrider.outbox.OutboxSettings;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.RenderFailures;
import dev.postrider.render.RenderOrder;
import dev.postrider.render.RenderedSlice;
import dev.postrider.render.Renderer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders and sends without the outbox: to the first share, and to whom the outbox lost. */
@Component
class GapFiller {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Renderer renderer;
    private final BatchSender sender;
    private final RenderFailures failures;
    private final RunSettings settings;
    private final OutboxSettings outboxSettings;

    GapFiller(
            Renderer renderer,
            BatchSender sender,
            RenderFailures failures,
            RunSettings settings,
            OutboxSettings outboxSettings) {
        this.renderer = renderer;
        this.sender = sender;
        this.failures = failures;
        this.settings = settings;
        this.outboxSettings = outboxSettings;
    }

    void fill(PinnedCampaign campaign, List<RecipientId> gaps, StopSignal stop) {
        RenderOrder order = campaign.renderOrder(settings.maxRenderFailures());
        RenderedSlice slice = renderer.render(order, gaps);
        failures.record(order, slice.skips());
        for (EnvelopeBatch batch : slice.batches()) {
            send(batch, campaign.rate(), stop);
        }
    }

    private void send(EnvelopeBatch batch, @Nullable Double rate, StopSignal stop) {
        Outage outage = new Outage("sending", outboxSettings.patience());
        while (true) {
            try {
                sender.send(batch, rate, stop);
                return;
            } catch (LimitsUnavailable e) {
                outage.bear(e);
                stop.pause(PAUSE);
            }
        }
    }
}
