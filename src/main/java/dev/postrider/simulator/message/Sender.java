package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The From address, which must be there and well-formed. */
final class Sender {

    private Sender() {}

    static String checked(@Nullable String from) {
        if (from == null || from.isBlank()) {
            throw Refusal.badRequest("Missing required header 'From'.");
        }
        AddressSyntax.check(from);
        return from;
    }
}
