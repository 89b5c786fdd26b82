package dev.postrider.render;

import dev.postrider.ledger.Tallies;
import java.time.Duration;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Renders slices, and counts the time that it takes. */
class SliceProcessor implements ItemProcessor<Slice, RenderedSlice> {

    private final Renderer renderer;
    private final Tallies tallies;
    private final RenderOrder order;

    SliceProcessor(Renderer renderer, Tallies tallies, RenderOrder order) {
        this.renderer = renderer;
        this.tallies = tallies;
        this.order = order;
    }

    @Override
    public RenderedSlice process(Slice slice) {
        long start = System.nanoTime();
        RenderedSlice rendered = renderer.render(order, slice.recipients());
        tallies.of(order.plan().run()).rendering(rendered.messages(), Duration.ofNanos(System.nanoTime() - start));
        return rendered;
    }
}
