package dev.postrider.ses;

import dev.postrider.limits.Standing;
import dev.postrider.recipient.InvalidEmailAddress;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** Asks SES before a run whether it would send at all, so that no recipient is tried in vain. */
@Component
public class SenderCheck {

    private static final Logger log = LoggerFactory.getLogger(SenderCheck.class);

    private final SesClients clients;
    private final SesAccount account;
    private final SesSettings settings;

    SenderCheck(SesClients clients, SesAccount account, SesSettings settings) {
        this.clients = clients;
        this.account = account;
        this.settings = settings;
    }

    /**
     * Checks the account, and that SES has verified the sender's address or its domain.
     *
     * @param from as in a campaign: {@code Lucky Reels <rewards@mail.example.com>}
     * @throws AccountBarred if SES lets the account send nothing at present
     * @throws SenderRefused if SES would refuse
     * @throws SesUnavailable if SES does not answer
     */
    public void check(String from) {
        Mailbox sender = mailbox(from);
        GetAccountResponse answer = account.look();
        checkAccount(answer);
        checkSandbox(answer);
        if (identities(sender).stream().noneMatch(this::isVerified)) {
            throw new SenderRefused("SES has not verified the sender: verify " + sender.domain() + " or "
                    + sender.address() + " as an identity in " + clients.region());
        }
        if (settings.configurationSet() == null) {
            log.warn("postrider.ses.configuration-set is not set: SES will publish no events about these messages");
        }
    }

    /**
     * Checks the account for mail to SES's mailbox simulator alone, which the sandbox takes too. Whether the sender is
     * verified SES says at the first message.
     *
     * @throws SenderRefused if SES would refuse
     * @throws SesUnavailable if SES does not answer
     */
    public void checkForMailboxSimulator(String from) {
        mailbox(from);
        checkAccount(account.look());
    }

    private static Mailbox mailbox(String from) {
        try {
            return Mailbox.parse(from);
        } catch (InvalidEmailAddress e) {
            throw new SenderRefused("the sender '" + from + "' cannot be used: " + e.getMessage());
        }
    }

    private static void checkAccount(GetAccountResponse answer) {
        Standing standing = SesAccount.standing(answer);
        if (!standing.sends()) {
            throw new AccountBarred(standing.text());
        }
    }

    private void checkSandbox(GetAccountResponse answer) {
        if (Boolean.FALSE.equals(answer.productionAccessEnabled()) && !settings.allowSandbox()) {
            throw new SenderRefused("this SES account is in the sandbox, where it sends to verified recipients only:"
                    + " request production access, or set postrider.ses.allow-sandbox=true to send all the same");
        }
    }

    /** The address, its domain, and the domains above it: a verified domain covers those below it. */
    private static List<String> identities(Mailbox sender) {
        List<String> identities = new ArrayList<>(List.of(sender.address()));
        String domain = sender.domain();
        while (domain.indexOf('.') > 0) {
            identities.add(domain);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return identities;
    }

    private boolean isVerified(String identity) {
        try {
            return Boolean.TRUE.equals(clients.api()
                    .getEmailIdentity(request -> request.emailIdentity(identity))
                    .verifiedForSendingStatus());
        } catch (NotFoundException e) {
            return false;
        } catch (SdkException e) {
            throw SesUnavailable.because("SES does not tell whether it has verified the sender", e);
        }
    }
}
