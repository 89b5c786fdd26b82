package dev.postrider.chaos;

import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** The time after the disturbances: operators go on with what does not go on by itself, until all runs are over. */
final class Aftermath {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAUNCHES = 6;

    private final Operator operator;
    private final Commands commands;
    private final Map<RunId, Integer> launches = new HashMap<>();

    Aftermath(Operator operator, Commands commands) {
        this.operator = operator;
        this.commands = commands;
    }

    void awaitEnd(List<RunId> runs, Resend resend) {
        try {
            await("the end of all runs")
                    .pollInterval(Duration.ofMillis(250))
                    .atMost(PATIENCE)
                    .until(() -> {
                        long over = runs.stream().filter(this::over).count();
                        return resend.over() && over == runs.size();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not over: " + late(runs) + ", the resend is over: " + resend.over(), e);
        }
    }

    private List<String> late(List<RunId> runs) {
        return runs.stream()
                .filter(id -> operator.find(id).filter(this::isOver).isEmpty())
                .map(id -> operator.find(id).map(Run::toString).orElse(id + " is unknown")
                        + (commands.busy(id) ? ", a command is at work" : ""))
                .toList();
    }

    private boolean over(RunId id) {
        return operator.find(id).filter(this::over).isPresent();
    }

    private boolean over(Run run) {
        if (run.state() == RunState.AWAITING_APPROVAL) {
            operator.approve(run.id());
        } else if (waitsForAPerson(run) && goOn(run)) {
            System.out.println(
                    "an operator goes on with " + run.id() + ", which is " + run.state() + " " + run.cause());
            if (launches.merge(run.id(), 1, Integer::sum) > LAUNCHES) {
                throw new IllegalStateException(run.id() + " does not come to its end");
            }
        }
        return isOver(run);
    }

    private boolean isOver(Run run) {
        return run.state().over() && !commands.busy(run.id());
    }

    private boolean goOn(Run run) {
        return run.objection() == null ? commands.launch(run.id()) : commands.resume(run.id());
    }

    private static boolean waitsForAPerson(Run run) {
        return run.owner() == null
                && (run.state() == RunState.STOPPED
                        || run.state() == RunState.FAILED
                        || run.state() == RunState.STOPPING
                        || (run.state() == RunState.PAUSED && run.resumesAt() == null));
    }
}
