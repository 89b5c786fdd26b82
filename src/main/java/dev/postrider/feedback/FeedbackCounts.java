package dev.postrider.feedback;

/** How many recipients of a run gave feedback of each kind; those at SES's mailbox simulator are not counted. */
public record FeedbackCounts(long permanentBounces, long transientBounces, long undeterminedBounces, long complaints) {}
