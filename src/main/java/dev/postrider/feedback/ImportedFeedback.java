package dev.postrider.feedback;

/**
 * What was in a file of events.
 *
 * @param recorded bounces and complaints that were new
 * @param known those that had been recorded before
 * @param others events that are neither, such as deliveries
 * @param untagged bounces and complaints of mails that do not carry our tags
 * @param unreadable lines with something that is no event
 */
public record ImportedFeedback(long recorded, long known, long others, long untagged, long unreadable) {}
