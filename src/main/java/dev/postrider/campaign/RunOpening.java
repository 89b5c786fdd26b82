package dev.postrider.campaign;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import dev.postrider.template.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens runs; a new one has the definition and the template pinned as they are now. */
@Component
class RunOpening {

    private final Campaigns campaigns;
    private final Templates templates;
    private final EditTrail edits;
    private final Runs runs;
    private final Clock clock;

    RunOpening(Campaigns campaigns, Templates templates, EditTrail edits, Runs runs, Clock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.edits = edits;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param slot the present minute when null */
    Run open(String campaign, @Nullable Instant slot, @Nullable LocalDate asOf) {
        RunId id = RunId.of(campaign, slot == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : slot);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pin(id, campaigns.get(campaign), asOf)));
    }

    Run open(CampaignDefinition definition, Instant slot) {
        RunId id = RunId.of(definition.campaign(), slot);
        return runs.find(id).orElseGet(() -> runs.insertIfAbsent(pin(id, definition, null)));
    }

    /** A file or a template with a content that was not seen before is recorded in the audit trail. */
    private Run pin(RunId id, CampaignDefinition definition, @Nullable LocalDate asOf) {
        String template = templates.pin(definition.template());
        if (!definition.proof().isEmpty()) {
            templates.sample(template);
        }
        edits.see(AuditSubject.campaign(definition.campaign()), definition.hash(), null);
        edits.see(AuditSubject.template(definition.template()), template, null);
        return new Run(
                id,
                RunState.PLANNED,
                0,
                null,
                asOf == null ? PinnedCampaign.dayOf(definition, id.slot()) : asOf,
                definition.source(),
                definition.topic(),
                template,
                null,
                new TreeMap<>(),
                false,
                null,
                null,
                null,
                null,
                clock.instant());
    }
}
