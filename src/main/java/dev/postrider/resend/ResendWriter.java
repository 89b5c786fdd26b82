package dev.postrider.resend;

import dev.postrider.delivery.DirectSender;
import dev.postrider.delivery.SendingHeld;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.RenderOrder;
import dev.postrider.render.Renderer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Renders recipients anew from what the run pinned, and sends them as the resend's attempt. Who may not be mailed any more,
 * or whose delivery has been settled meanwhile, keeps the delivery that there is.
 */
class ResendWriter implements ItemWriter<RecipientId> {

    private final Order order;
    private final Renderer renderer;
    private final DirectSender sender;
    private final ResendStop stop;

    /** What is sent, and how. */
    record Order(int attempt, RenderOrder render, @Nullable Double rate) {}

    ResendWriter(Order order, Renderer renderer, DirectSender sender, ResendStop stop) {
        this.order = order;
        this.renderer = renderer;
        this.sender = sender;
        this.stop = stop;
    }

    @Override
    public void write(Chunk<? extends RecipientId> recipients) {
        List<EnvelopeBatch> batches = renderer.render(order.render(), List.copyOf(recipients.getItems()))
                .batches();
        try {
            for (EnvelopeBatch batch : batches) {
                if (stop.raised()) {
                    return;
                }
                sender.send(batch.asAttempt(order.attempt()), order.rate(), new StopSignal(stop::raised));
            }
        } catch (SendingHeld e) {
            stop.hold(e);
        } catch (SendingStopped e) {
            stop.stepNow();
        }
    }
}
