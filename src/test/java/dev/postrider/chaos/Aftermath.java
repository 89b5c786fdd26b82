package dev.postrider.chaos;

import static org.awaitility.Awaitility.await;

import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The time after the disturbances: operators launch again what does not go on by itself, until all runs are over. */
final class Aftermath {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LAUNCHES = 3;

    private final Operator operator;
    private final Map<RunId, Integer> launches = new HashMap<>();

    Aftermath(Operator operator) {
        this.operator = operator;
    }

    void awaitEnd() {
        await("the end of all runs")
                .pollInterval(Duration.ofMillis(250))
                .atMost(PATIENCE)
                .until(() -> operator.runs().stream().allMatch(this::over));
    }

    private boolean over(RunId id) {
        Run run = operator.show(id);
        if (waitsForAPerson(run) && operator.launch(id)) {
            System.out.println("an operator launches " + id + " again, which is " + run.state() + " " + run.cause());
            if (launches.merge(id, 1, Integer::sum) > LAUNCHES) {
                throw new IllegalStateException(id + " does not come to its end");
            }
        }
        return run.state().over();
    }

    private static boolean waitsForAPerson(Run run) {
        return run.owner() == null
                && (run.state() == RunState.STOPPED
                        || run.state() == RunState.FAILED
                        || run.state() == RunState.STOPPING
                        || (run.state() == RunState.PAUSED && run.resumesAt() == null));
    }
}
