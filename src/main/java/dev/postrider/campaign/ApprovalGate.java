package dev.postrider.campaign;

import dev.postrider.audit.Actor;
import dev.postrider.audit.CurrentActor;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.delivery.RunHeld;
import dev.postrider.run.Approvals;
import dev.postrider.run.Run;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Holds a planned run that has more recipients than its campaign lets go without a second person's yes. */
@Component
class ApprovalGate {

    private final Approvals approvals;
    private final CurrentActor actor;
    private final ActiveRuns active;

    ApprovalGate(Approvals approvals, CurrentActor actor, ActiveRuns active) {
        this.approvals = approvals;
        this.actor = actor;
        this.active = active;
    }

    /** Who plans or starts a run has asked for it; a node asks for nobody. */
    void asked(Run run) {
        Actor person = actor.get();
        if (!person.node() && needed(run)) {
            approvals.askedBy(run.id(), person.name());
        }
    }

    /** Whether the planned run may go on; one that may not is held. */
    boolean open(Run planned) {
        if (!needed(planned) || approvals.find(planned.id()).isPresent()) {
            return true;
        }
        asked(planned);
        String cause = "it has " + planned.planned() + " recipients: somebody else has to approve it";
        active.find(planned.id()).ifPresent(run -> run.awaitApproval(new RunHeld(planned.id(), cause, null)));
        return false;
    }

    private static boolean needed(Run run) {
        return Optional.ofNullable(PinnedCampaign.of(run).definition().approval())
                .map(CampaignDefinition.Approval::above)
                .filter(above -> run.planned() > above)
                .isPresent();
    }
}
