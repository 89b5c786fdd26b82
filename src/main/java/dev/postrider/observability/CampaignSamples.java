package dev.postrider.observability;

import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.SkipReason;
import dev.postrider.ledger.Spent;
import dev.postrider.ledger.Tallies;
import dev.postrider.ledger.Tally;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What this process has done for each campaign since it started, read from the tallies when somebody asks. */
final class CampaignSamples implements Samples {

    private static final List<DeliveryState> OUTCOMES =
            List.of(DeliveryState.SENT, DeliveryState.REJECTED, DeliveryState.UNKNOWN);

    private final MeterRegistry registry;
    private final Tallies tallies;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    CampaignSamples(MeterRegistry registry, Tallies tallies) {
        this.registry = registry;
        this.tallies = tallies;
    }

    @Override
    public void take() {
        tallies.byCampaign().forEach((campaign, tally) -> {
            if (registered.add(campaign)) {
                register(Tags.of(RunSamples.CAMPAIGN, campaign), tally);
            }
        });
    }

    private void register(Tags campaign, Tally tally) {
        for (DeliveryState outcome : OUTCOMES) {
            Tags tags = campaign.and("state", outcome.name().toLowerCase(Locale.ROOT));
            count("postrider.deliveries", "Recipients with an outcome", tags, tally, of -> of.settled(outcome));
        }
        for (SkipReason reason : SkipReason.values()) {
            Tags tags = campaign.and("reason", reason.label());
            count("postrider.skips", "Recipients who were not mailed", tags, tally, of -> of.skipped(reason));
        }
        count(
                "postrider.claims.refused",
                "Copies not sent: claimed or settled before",
                campaign,
                tally,
                Tally::refused);
        time("postrider.render", "Messages rendered, and the time it took", campaign, tally, Tally::rendering);
        time("postrider.permits", "Grants of permits, and the wait for them", campaign, tally, Tally::permitWaits);
    }

    private void count(String name, String description, Tags tags, Tally tally, ToDoubleFunction<Tally> figure) {
        FunctionCounter.builder(name, tally, figure)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private void time(String name, String description, Tags tags, Tally tally, Function<Tally, Spent> spent) {
        FunctionTimer.builder(
                        name,
                        tally,
                        of -> spent.apply(of).count(),
                        of -> spent.apply(of).nanos(),
                        TimeUnit.NANOSECONDS)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    @Override
    public void forget() {
        registered.removeIf(campaign -> !tallies.byCampaign().containsKey(campaign));
    }
}
