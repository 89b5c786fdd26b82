package dev.postrider.simulator.sending;

import dev.postrider.simulator.accepted.MailboxOutcome;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.message.AddressSyntax;
import dev.postrider.simulator.message.EmailMessage;
import dev.postrider.simulator.resource.ConfigurationSets;
import dev.postrider.simulator.resource.Identities;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** What the account has against a well-formed send. */
public final class SendChecks {

    private final Supplier<AccountOptions> options;
    private final Identities identities;
    private final ConfigurationSets configurationSets;

    public SendChecks(Supplier<AccountOptions> options, Identities identities, ConfigurationSets configurationSets) {
        this.options = options;
        this.identities = identities;
        this.configurationSets = configurationSets;
    }

    /** @throws Refusal when the account may not send at all, or not from this address */
    void checkSender(String from, String region) {
        AccountOptions account = options.get();
        if ("SHUTDOWN".equals(account.enforcementStatus())) {
            throw EntryStatus.ACCOUNT_SUSPENDED.refusal();
        }
        if (!account.sendingEnabled()) {
            throw EntryStatus.ACCOUNT_SENDING_PAUSED.refusal();
        }
        String sender = AddressSyntax.bare(from);
        if (!identities.isVerified(sender)) {
            throw EntryStatus.MESSAGE_REJECTED.refusal(unverified(List.of(sender), region));
        }
    }

    /** What speaks against one message of a sender who may send. */
    EntryResult check(EmailMessage message, String region) {
        AccountOptions account = options.get();
        String set = message.configurationSet();
        if (set != null && !configurationSets.exists(set)) {
            return EntryResult.failed(
                    EntryStatus.CONFIGURATION_SET_NOT_FOUND, "Configuration set <" + set + "> does not exist.");
        }
        if (!account.productionAccess()) {
            List<String> strangers = addresses(message).stream()
                    .filter(address -> !MailboxOutcome.isMailboxSimulator(address) && !identities.isVerified(address))
                    .toList();
            if (!strangers.isEmpty()) {
                return EntryResult.failed(EntryStatus.MESSAGE_REJECTED, unverified(strangers, region));
            }
        }
        return account.entryFailures().isEmpty() ? EntryResult.ACCEPTABLE : chosen(account, message);
    }

    private static EntryResult chosen(AccountOptions account, EmailMessage message) {
        return addresses(message).stream()
                .map(address -> account.entryFailures().get(address))
                .filter(Objects::nonNull)
                .findFirst()
                .map(status -> EntryResult.failed(EntryStatus.valueOf(status)))
                .orElse(EntryResult.ACCEPTABLE);
    }

    private static List<String> addresses(EmailMessage message) {
        return message.destination().addresses().map(AddressSyntax::bare).toList();
    }

    private static String unverified(List<String> identities, String region) {
        return "Email address is not verified. The following identities failed the check in region "
                + region.toUpperCase(Locale.ROOT) + ": " + String.join(", ", identities);
    }
}
