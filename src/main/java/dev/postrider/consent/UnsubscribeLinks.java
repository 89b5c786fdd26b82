package dev.postrider.consent;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * One-click unsubscribe links, {@code PUBLIC-URL/u/TOKEN}. Only who holds one of the keys can make or read a token; tokens
 * do not expire, because a mail may be read years later. Thread-safe.
 */
@Component
public class UnsubscribeLinks {

    private static final String PATH = "/u/";
    private static final String DEAD = "proof";

    private final Supplier<String> prefix;
    private final Supplier<TokenSeal> seal;

    /** Settings are looked at when links are first needed, so that other commands run without them. */
    public UnsubscribeLinks(ConsentSettings settings) {
        this.prefix = SingletonSupplier.of(() -> settings.publicBase() + PATH);
        this.seal = SingletonSupplier.of(() -> new TokenSeal(settings.sealingKeys()));
    }

    /**
     * For a start that should fail early.
     *
     * @throws InvalidConsentSettings if the public URL or the keys are missing or malformed
     */
    public void check() {
        Objects.requireNonNull(prefix.get());
        Objects.requireNonNull(seal.get());
    }

    /** A different link on every call, all of them good. */
    public String url(RunId run, RecipientId recipient) {
        return prefix.get() + seal.get().seal(run.value() + "\n" + recipient.value());
    }

    /** Of the same form, and unsubscribes nobody: {@link #open} does not take its token. */
    public String deadUrl() {
        return prefix.get() + DEAD;
    }

    /** Empty for a token that is not ours, has been changed or cut, or whose key is gone. */
    public Optional<UnsubscribeTarget> open(String token) {
        return seal.get().open(token).map(UnsubscribeLinks::target);
    }

    private static UnsubscribeTarget target(String text) {
        int split = text.indexOf('\n');
        return new UnsubscribeTarget(new RunId(text.substring(0, split)), new RecipientId(text.substring(split + 1)));
    }
}
