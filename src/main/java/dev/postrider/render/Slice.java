package dev.postrider.render;

import dev.postrider.recipient.RecipientId;
import java.util.List;

/** Some consecutive recipients of one block: the item that the render step reads. */
record Slice(List<RecipientId> recipients) {}
