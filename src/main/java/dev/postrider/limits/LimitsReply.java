package dev.postrider.limits;

/**
 * What {@code take.lua} answers: a word, and numbers whose meaning depends on it.
 *
 * @param sent in the last 24 hours, as Redis counts
 * @param factor by which the rate is lowered at present, at most 1
 * @param today recipients of the day of the identity that was asked for; 0 where it is not warming up
 */
record LimitsReply(Word word, long first, long second, long sent, double factor, long today) {

    enum Word {
        GRANTED,
        WAIT,
        QUOTA,
        UNSEEDED,
        DAY,
        DAY_USED_UP
    }

    /** Redis wants to know something before it answers. */
    boolean asks() {
        return word == Word.UNSEEDED || word == Word.DAY;
    }

    /** The buckets were looked at. */
    boolean tellsOfRate() {
        return word == Word.GRANTED || word == Word.WAIT;
    }

    static LimitsReply parse(String reply) {
        String[] parts = reply.split(" ", -1);
        return new LimitsReply(
                Word.valueOf(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Double.parseDouble(parts[4]),
                Long.parseLong(parts[5]));
    }
}
