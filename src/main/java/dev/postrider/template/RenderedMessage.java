package dev.postrider.template;

/** A personalised message: one line of subject, the HTML part and the text part. */
public record RenderedMessage(String subject, RenderedText html, RenderedText text) {}
