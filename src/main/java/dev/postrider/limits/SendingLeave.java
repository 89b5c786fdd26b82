package dev.postrider.limits;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether anything may be sent through the account at all. Thread-safe. */
@Component
public class SendingLeave {

    private final SendingAccount account;
    private final LimitsSettings settings;

    public SendingLeave(SendingAccount account, LimitsSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    /** Why nothing may be sent, in one line; empty when something may, and when the provider does not say. */
    public Optional<String> refusal() {
        try {
            Standing standing = account.standing();
            boolean granted =
                    standing == Standing.HEALTHY || (standing == Standing.PROBATION && settings.sendOnProbation());
            return granted ? Optional.empty() : Optional.of(standing.text());
        } catch (AccountUnavailable e) {
            return Optional.empty();
        }
    }

    /** The provider refused for the account's sake. */
    public void refused() {
        account.lookAgain();
    }
}
