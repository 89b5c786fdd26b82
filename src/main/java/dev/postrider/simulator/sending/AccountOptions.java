package dev.postrider.simulator.sending;

import dev.postrider.simulator.limits.LimitRules;
import dev.postrider.simulator.resource.Identities;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The SES account that is simulated. All of it can be changed while the simulator runs.
 *
 * @param maxSendRate recipients accepted in any one second, -1 for no limit
 * @param max24HourSend recipients accepted in any 24 hours, -1 for no limit
 * @param strictRate refuse a call that would exceed the rate; if not, it is accepted while any allowance remains, and
 *     then all are refused until the debt is paid
 * @param foreignRate part of the rate that other programs on the account use, steadily; their mail is not counted
 * @param limitsPerEntry in a bulk call, answer ACCOUNT_THROTTLED or ACCOUNT_DAILY_QUOTA_EXCEEDED to the entries beyond
 *     a limit, rather than refuse the call
 * @param quotaIsThrottling refuse what exceeds the quota as TooManyRequestsException rather than LimitExceededException
 * @param enforcementStatus HEALTHY, PROBATION or SHUTDOWN
 * @param productionAccess false for the sandbox, where recipients must be verified too
 * @param signatureWindow how far the date of a request may be from the clock
 * @param verifiedIdentities addresses and domains; empty when every one is verified
 * @param unverifiedIdentities exceptions from the former
 * @param configurationSets those that exist; empty when every one exists
 * @param entryFailures the status that an address is answered in a bulk call, for instance MESSAGE_REJECTED; a single
 *     send to it is refused with the like
 */
public record AccountOptions(
        double maxSendRate,
        double max24HourSend,
        boolean strictRate,
        double foreignRate,
        boolean limitsPerEntry,
        boolean quotaIsThrottling,
        boolean sendingEnabled,
        String enforcementStatus,
        boolean productionAccess,
        Duration signatureWindow,
        Set<String> verifiedIdentities,
        Set<String> unverifiedIdentities,
        Set<String> configurationSets,
        Map<String, String> entryFailures) {

    private static final List<String> ENFORCEMENT_STATUSES = List.of("HEALTHY", "PROBATION", "SHUTDOWN");

    public AccountOptions {
        if (!ENFORCEMENT_STATUSES.contains(enforcementStatus)) {
            throw new IllegalArgumentException("enforcementStatus must be one of " + ENFORCEMENT_STATUSES);
        }
        entryFailures.values().forEach(EntryStatus::valueOf);
        verifiedIdentities = Set.copyOf(verifiedIdentities);
        unverifiedIdentities = Set.copyOf(unverifiedIdentities);
        configurationSets = Set.copyOf(configurationSets);
        entryFailures = Map.copyOf(entryFailures);
    }

    public static AccountOptions defaults() {
        return new AccountOptions(
                50_000,
                50_000_000,
                true,
                0,
                false,
                false,
                true,
                "HEALTHY",
                true,
                Duration.ofMinutes(5),
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of());
    }

    public LimitRules limits() {
        return new LimitRules(maxSendRate, max24HourSend, strictRate, foreignRate);
    }

    public Identities.Verification verification() {
        return new Identities.Verification(verifiedIdentities, unverifiedIdentities);
    }
}
