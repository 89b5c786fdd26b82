package dev.postrider.run;

/** What a person who goes on with a paused run accepts. */
public enum Objection {
    /** The guard's: too many bounces or complaints. */
    GUARD
}
