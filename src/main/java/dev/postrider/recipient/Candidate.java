package dev.postrider.recipient;

/** What a plan has to know of a recipient before it decides. */
public record Candidate(RecipientId id, String address, Subscription subscription) {}
