package dev.postrider.housekeeping;

/** Deletes one kind of things that have been kept for long enough. */
interface Purge {

    /** What it deletes, in the plural. */
    String what();

    /** How many would go now. */
    long due();

    /**
     * Deletes some. What is repeated after a crash does no harm.
     *
     * @return how many are gone for good; 0 when none is left
     */
    long purge();
}
