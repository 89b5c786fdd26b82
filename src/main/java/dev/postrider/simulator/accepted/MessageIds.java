package dev.postrider.simulator.accepted;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Message ids of the form that SES gives: the time, something random, a constant end. */
final class MessageIds {

    private MessageIds() {}

    static String next(Instant time) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "0100" + HexFormat.of().toHexDigits(time.toEpochMilli(), 12) + '-'
                + new UUID(random.nextLong(), random.nextLong()) + "-000000";
    }
}
