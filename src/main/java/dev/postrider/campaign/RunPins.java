package dev.postrider.campaign;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.template.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** New runs, with the definition and the template pinned as they are now. */
@Component
class RunPins {

    private final Campaigns campaigns;
    private final Templates templates;
    private final EditTrail edits;
    private final Clock clock;

    RunPins(Campaigns campaigns, Templates templates, EditTrail edits, Clock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.edits = edits;
        this.clock = clock;
    }

    /** @param slot the present minute when null */
    RunId id(String campaign, @Nullable Instant slot) {
        return RunId.of(campaign, slot == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : slot);
    }

    /** As the campaign's file defines it. */
    Run pin(RunId id, @Nullable LocalDate asOf) {
        return pin(id, campaigns.get(id.campaign()), asOf);
    }

    /** A template with a content that no run had before is recorded in the audit trail. */
    Run pin(RunId id, CampaignDefinition definition, @Nullable LocalDate asOf) {
        String template = templates.pin(definition.template());
        edits.see(AuditSubject.template(definition.template()), template, null);
        return new Run(
                id,
                RunState.PLANNED,
                0,
                null,
                asOf == null ? PinnedCampaign.dayOf(definition, id.slot()) : asOf,
                definition.source(),
                template,
                null,
                new TreeMap<>(),
                false,
                null,
                null,
                null,
                clock.instant());
    }
}
