package dev.postrider.campaign;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.ledger.RunId;
import dev.postrider.proof.ProofCopies;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.template.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes new runs with the definition and the template as they are now. */
@Component
class RunPinning {

    private final Templates templates;
    private final ProofCopies copies;
    private final EditTrail edits;
    private final Clock clock;

    RunPinning(Templates templates, ProofCopies copies, EditTrail edits, Clock clock) {
        this.templates = templates;
        this.copies = copies;
        this.edits = edits;
        this.clock = clock;
    }

    /**
     * A run that is not stored yet. A file or a template with a content that was not seen before is recorded in the audit trail.
     *
     * @throws dev.postrider.template.InvalidTemplate if it could be rendered for nobody, or has no sample for proof copies
     * @throws dev.postrider.template.RenderFailed if the proof copies could not be rendered
     */
    Run pin(RunId id, CampaignDefinition definition, @Nullable LocalDate asOf) {
        String template = templates.pin(definition.template());
        Run run = new Run(
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
        copies.check(new PinnedCampaign(run, definition).proofOrder());
        edits.see(AuditSubject.campaign(definition.campaign()), definition.hash(), null);
        edits.see(AuditSubject.template(definition.template()), template, null);
        return run;
    }
}
