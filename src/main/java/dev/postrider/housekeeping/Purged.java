package dev.postrider.housekeeping;

/**
 * What a batch came to.
 *
 * @param count how many things are gone for good
 * @param more whether another batch may find some
 */
record Purged(long count, boolean more) {

    /** Of a purge that has nothing left once a batch deletes nothing. */
    static Purged of(long count) {
        return new Purged(count, count > 0);
    }
}
