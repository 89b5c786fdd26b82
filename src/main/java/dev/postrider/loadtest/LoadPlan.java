package dev.postrider.loadtest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a load test is to do.
 *
 * @param from the sender: {@code Lucky Reels <rewards@mail.example.com>}, or the address alone
 * @param count messages
 * @param rate most messages in any one second, null for all that the account allows
 * @param size bytes of a message, HTML and text part together
 * @param threads that send at the same time
 */
public record LoadPlan(String from, long count, @Nullable Double rate, int size, Mix mix, int threads) {

    public static final int MOST_THREADS = 256;

    /** @throws IllegalArgumentException with a line that says what cannot be */
    public LoadPlan {
        require(count >= 1, "--count is 1 or more");
        require(rate == null || (rate > 0 && !rate.isInfinite()), "--rate is more than 0");
        require(
                size >= SampleMail.SMALLEST && size <= SampleMail.LARGEST,
                String.format(Locale.ROOT, "--size is %,d to %,d bytes", SampleMail.SMALLEST, SampleMail.LARGEST));
        require(threads >= 1 && threads <= MOST_THREADS, "--threads is 1 to " + MOST_THREADS);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
