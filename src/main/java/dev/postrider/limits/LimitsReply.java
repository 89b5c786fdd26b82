package dev.postrider.limits;

import java.util.Arrays;

/** What {@code take.lua} answers: a word and numbers. */
record LimitsReply(String word, long first, long second, double factor) {

    static LimitsReply parse(String reply) {
        String[] parts = reply.split(" ");
        if (parts.length != 4) {
            throw new IllegalStateException("not an answer of take.lua: " + Arrays.toString(parts));
        }
        return new LimitsReply(
                parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Double.parseDouble(parts[3]));
    }
}
