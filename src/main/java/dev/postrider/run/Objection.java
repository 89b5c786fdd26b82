package dev.postrider.run;

/** What a person who goes on with a paused run accepts. */
public enum Objection {
    /** The guard's: too many bounces or complaints. */
    GUARD,
    /** The proof's: copies that did not go out, or of which nobody knows. */
    PROOF
}
