package dev.postrider.housekeeping;

/** Deletes one kind of things that have been kept for long enough. */
interface Purge {

    /** What it deletes, in the plural. */
    String what();

    /** How many would go now. */
    long due();

    /**
     * Deletes a batch, small enough to be over within a second or two: a stop is noticed after it. What is repeated after a
     * crash does no harm.
     */
    Purged purge();
}
