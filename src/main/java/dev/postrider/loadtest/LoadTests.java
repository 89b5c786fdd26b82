package dev.postrider.loadtest;

import dev.postrider.delivery.MailTransport;
import dev.postrider.ledger.RunId;
import dev.postrider.limits.SendingAccount;
import dev.postrider.ses.SenderCheck;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Prepares load tests of the account that campaigns send through, on the transport that they use. */
@Service
public class LoadTests {

    private static final String NAME = "loadtest";

    private final MailTransport transport;
    private final SendingAccount account;
    private final SenderCheck senderCheck;
    private final Clock clock;

    LoadTests(MailTransport transport, SendingAccount account, SenderCheck senderCheck, Clock clock) {
        this.transport = transport;
        this.account = account;
        this.senderCheck = senderCheck;
        this.clock = clock;
    }

    /**
     * Looks at the account and its limits; sends nothing yet.
     *
     * @throws HeapTooSmall if the messages in hand would not fit into memory
     * @throws dev.postrider.ses.SenderRefused if SES would send nothing
     * @throws dev.postrider.ses.SesUnavailable if SES does not answer
     */
    public LoadTest prepare(LoadPlan plan) {
        senderCheck.checkForMailboxSimulator(plan.from());
        AllowedLoad allowed = AllowedLoad.of(plan, account.quota());
        int perRequest = allowed.perRequest(plan.size(), transport.messagesPerRequest());
        HeapTooSmall.check(
                plan.threads(), perRequest, plan.size(), Runtime.getRuntime().maxMemory());
        Shipments shipments = new Shipments(
                plan, RunId.of(NAME, clock.instant()), new MessageNumbers(account, plan.count()), perRequest);
        Ending ending = new Ending();
        Pacer pacer = new Pacer(new SendPace(allowed.pace()), ending::ended);
        return new LoadTest(plan, allowed, shipments, new LoadSender(transport, clock, pacer, ending), ending);
    }
}
