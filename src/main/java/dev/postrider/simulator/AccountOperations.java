package dev.postrider.simulator;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.limits.SendingLimits;
import dev.postrider.simulator.sending.AccountOptions;
import java.util.List;
import java.util.Map;

/** GetAccount with the live figures, and PutAccountSendingAttributes. */
final class AccountOperations {

    private final Settings settings;
    private final SendingLimits limits;

    AccountOperations(Settings settings, SendingLimits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    Answer get() {
        AccountOptions account = settings.account();
        return Json.answer(new GetResponse(
                false,
                account.enforcementStatus(),
                account.productionAccess(),
                account.sendingEnabled(),
                new SendQuota(account.max24HourSend(), account.maxSendRate(), limits.sentLast24Hours()),
                new SuppressionAttributes(List.of("BOUNCE", "COMPLAINT"))));
    }

    Answer putSending(Request request) {
        boolean enabled = Json.read(request, SendingRequest.class).sendingEnabled();
        settings.change(Map.of("sendingEnabled", enabled));
        return Json.empty();
    }

    private record SendingRequest(boolean sendingEnabled) {}

    private record GetResponse(
            boolean dedicatedIpAutoWarmupEnabled,
            String enforcementStatus,
            boolean productionAccessEnabled,
            boolean sendingEnabled,
            SendQuota sendQuota,
            SuppressionAttributes suppressionAttributes) {}

    private record SendQuota(double max24HourSend, double maxSendRate, double sentLast24Hours) {}

    private record SuppressionAttributes(List<String> suppressedReasons) {}
}
