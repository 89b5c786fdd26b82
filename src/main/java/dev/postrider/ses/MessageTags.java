package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * The tags by which an event of SES finds its row in the ledger. Values are base64url, since SES takes only letters,
 * digits, {@code _} and {@code -} there.
 */
public final class MessageTags {

    public static final String RUN = "run";
    public static final String RECIPIENT = "recipient";

    /** For people who look at SES's own figures; as it is. */
    public static final String CAMPAIGN = "campaign";

    /** A number, as it is, in messages of a second attempt or a later one. */
    public static final String ATTEMPT = "attempt";

    private MessageTags() {}

    public static String encode(String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8));
    }

    /** Empty for a value that is not ours. */
    public static Optional<String> decode(String tag) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(tag), UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
