package dev.postrider.campaign;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.RunId;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Run;
import dev.postrider.run.RunBusy;
import dev.postrider.run.RunHolder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens the runs of campaigns: one slot, one run. */
@Service
public class CampaignRuns {

    private final RunOpening opening;
    private final RunHolder holder;
    private final Planner planner;
    private final ApprovalGate approval;
    private final Audit audit;

    CampaignRuns(RunOpening opening, RunHolder holder, Planner planner, ApprovalGate approval, Audit audit) {
        this.opening = opening;
        this.holder = holder;
        this.planner = planner;
        this.approval = approval;
        this.audit = audit;
    }

    /**
     * The run of the slot. A new one pins the definition and the template as they are now; one that is there is returned
     * as it is, whatever was edited or deleted meanwhile.
     *
     * @param slot the present minute when null
     * @param asOf the day that {@code daysAgo} counts from, the slot's day when null; of no effect on a run that is there
     */
    public Run open(String campaign, @Nullable Instant slot, @Nullable LocalDate asOf) {
        return opening.open(campaign, slot, asOf);
    }

    /** The run of the slot. A new one pins this definition, whatever the file says now, and the template as it is now. */
    public Run open(CampaignDefinition definition, Instant slot) {
        return opening.open(definition, slot);
    }

    /**
     * Freezes the recipients of an open run and sends nothing.
     *
     * @throws SendingStopped when told to stop; nothing is frozen then
     */
    public Run plan(RunId run, StopSignal stop) {
        return audit.during(AuditAction.PLANNED, AuditSubject.run(run), Map.of(), () -> {
            HeldRun held = holder.take(run);
            try {
                boolean first = held.read().plan() == null;
                Run planned = planner.plan(held, stop);
                if (first) {
                    approval.asked(planned);
                }
                return planned;
            } finally {
                holder.release(run);
            }
        });
    }

    /**
     * Takes the run for this process, for the job that is to be started.
     *
     * @throws RunBusy when another live process works on it
     */
    public void take(RunId run) {
        holder.take(run);
    }
}
