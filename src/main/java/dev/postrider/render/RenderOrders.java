package dev.postrider.render;

import dev.postrider.ledger.RunId;

/** Where the stage learns what to render; the room that pins runs answers. */
@FunctionalInterface
public interface RenderOrders {

    RenderOrder find(RunId run);
}
