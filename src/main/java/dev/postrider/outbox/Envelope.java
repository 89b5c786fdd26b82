package dev.postrider.outbox;

import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;

/**
 * One rendered message on its way to one recipient.
 *
 * @param email the recipient's address as given
 * @param address the normalised address, for the suppression check
 * @param unsubscribeUrl the one-click link, sent as List-Unsubscribe
 */
public record Envelope(
        RecipientId recipient,
        String email,
        String address,
        String subject,
        RenderedText html,
        RenderedText text,
        String unsubscribeUrl) {}
