package dev.postrider.node;

import dev.postrider.assist.Assistance;
import dev.postrider.limits.SendingLeave;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The runs that some node has to go on with now. Runs that people stopped are not among them, nor those that failed or wait
 * for a person.
 * <ul>
 *   <li>sending, and nobody alive works on it: its process died
 *   <li>planned or paused, and the instant at which it goes on by itself has come; a paused one waits on while SES lets the
 *       account send nothing
 * </ul>
 * A run whose process died while it was stopping is STOPPED by the look.
 */
@Component
class DueRuns {

    private final Runs runs;
    private final RunHolder holder;
    private final SendingLeave leave;
    private final Assistance assistance;
    private final Clock clock;

    DueRuns(Runs runs, RunHolder holder, SendingLeave leave, Assistance assistance, Clock clock) {
        this.runs = runs;
        this.holder = holder;
        this.leave = leave;
        this.assistance = assistance;
        this.clock = clock;
    }

    /** The oldest first, without those that this process is still leaving as another's helper. */
    List<Run> now() {
        runs.stopping().stream().filter(run -> !holder.owned(run)).forEach(runs::settleStop);
        Instant now = clock.instant();
        return runs.open().stream()
                .filter(run -> due(run, now) && !assistance.assists(run.id()))
                .toList();
    }

    private boolean due(Run run, Instant now) {
        return (run.state() == RunState.SENDING || timeHasCome(run.resumesAt(), now))
                && !holder.ownedElsewhere(run)
                && !(run.state() == RunState.PAUSED && leave.refusal().isPresent());
    }

    private static boolean timeHasCome(@Nullable Instant resumesAt, Instant now) {
        return resumesAt != null && !resumesAt.isAfter(now);
    }
}
