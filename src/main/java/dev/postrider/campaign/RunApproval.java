package dev.postrider.campaign;

import dev.postrider.audit.Actor;
import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.CurrentActor;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Approval;
import dev.postrider.run.Approvals;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The second person's yes to a run that waits for it. */
@Service
public class RunApproval {

    private final Approvals approvals;
    private final Runs runs;
    private final Audit audit;
    private final CurrentActor actor;
    private final Clock clock;

    RunApproval(Approvals approvals, Runs runs, Audit audit, CurrentActor actor, Clock clock) {
        this.approvals = approvals;
        this.runs = runs;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Approves the run in the name of who is at the command line, and makes it due.
     *
     * @throws RunRefused when it does not wait for approval, or when that person asked for it
     */
    public Run approve(RunId id) {
        Map<String, String> details =
                Map.of("planned", Long.toString(runs.get(id).planned()));
        return audit.during(AuditAction.APPROVED, AuditSubject.run(id), details, () -> {
            Actor person = actor.get();
            if (person.node() || !approvals.approve(id, new Approval(person.name(), clock.instant()))) {
                throw refusal(id, person);
            }
            return runs.get(id);
        });
    }

    private RunRefused refusal(RunId id, Actor person) {
        if (approvals.askers(id).stream().anyMatch(person::samePerson)) {
            return new RunRefused(
                    "run '" + id + "' was asked for by " + person.name() + ": somebody else has to approve it");
        }
        return new RunRefused(approvals
                .find(id)
                .map(given -> "run '" + id + "' was approved by " + given.by() + " already")
                .orElseGet(() -> "run '" + id + "' does not wait for approval: it is "
                        + runs.get(id).state().name().toLowerCase(Locale.ROOT)));
    }
}
