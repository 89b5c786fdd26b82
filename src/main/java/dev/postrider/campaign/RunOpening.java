package dev.postrider.campaign;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens runs; a new one has the definition and the template pinned as they are now. */
@Component
class RunOpening {

    private final Campaigns campaigns;
    private final RunPinning pinning;
    private final Runs runs;
    private final Clock clock;

    RunOpening(Campaigns campaigns, RunPinning pinning, Runs runs, Clock clock) {
        this.campaigns = campaigns;
        this.pinning = pinning;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param slot the present minute when null */
    Run open(String campaign, @Nullable Instant slot, @Nullable LocalDate asOf) {
        RunId id = RunId.of(campaign, slot == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : slot);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pinning.pin(id, campaigns.get(campaign), asOf)));
    }

    Run open(CampaignDefinition definition, Instant slot) {
        RunId id = RunId.of(definition.campaign(), slot);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pinning.pin(id, definition, null)));
    }
}
