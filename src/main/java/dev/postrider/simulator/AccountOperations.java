package dev.postrider.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.postrider.simulator.http.Answer;
import java.util.List;
import java.util.function.Supplier;

/** GetAccount with the live figures. */
final class AccountOperations {

    private final Supplier<AccountOptions> options;
    private final SendingLimits limits;
    private final SendCounters counters;

    AccountOperations(Supplier<AccountOptions> options, SendingLimits limits, SendCounters counters) {
        this.options = options;
        this.limits = limits;
        this.counters = counters;
    }

    Answer get() {
        AccountOptions account = options.get();
        return Answer.ok(SettingsJson.bytes(new GetAccountResponse(
                false,
                account.enforcementStatus(),
                account.productionAccess(),
                account.sendingEnabled(),
                new SendQuota(account.max24HourSend(), account.maxSendRate(), limits.sentLast24Hours()),
                new SuppressionAttributes(List.of("BOUNCE", "COMPLAINT")))));
    }

    Answer stats() {
        return Answer.ok(SettingsJson.bytes(counters.stats(limits.mostInOneSecond())));
    }

    private record GetAccountResponse(
            @JsonProperty("DedicatedIpAutoWarmupEnabled") boolean dedicatedIpAutoWarmupEnabled,
            @JsonProperty("EnforcementStatus") String enforcementStatus,
            @JsonProperty("ProductionAccessEnabled") boolean productionAccessEnabled,
            @JsonProperty("SendingEnabled") boolean sendingEnabled,
            @JsonProperty("SendQuota") SendQuota sendQuota,
            @JsonProperty("SuppressionAttributes") SuppressionAttributes suppressionAttributes) {}

    private record SendQuota(
            @JsonProperty("Max24HourSend") double max24HourSend,
            @JsonProperty("MaxSendRate") double maxSendRate,
            @JsonProperty("SentLast24Hours") double sentLast24Hours) {}

    private record SuppressionAttributes(
            @JsonProperty("SuppressedReasons") List<String> suppressedReasons) {}
}
