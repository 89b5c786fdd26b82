package dev.postrider.chaos;

import com.mongodb.client.model.Filters;
import dev.postrider.ledger.RunId;
import dev.postrider.report.RunReport;
import dev.postrider.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operator has sent again what the first run left that is over and has left something; its process is killed, and begun again. */
final class Resend {

    private static final int PROCESSES = 6;

    private final Cluster cluster;
    private final Resending resending;
    private @Nullable RunId run;
    private int processes;

    Resend(Cluster cluster, Resending resending) {
        this.cluster = cluster;
        this.resending = resending;
    }

    /** Begins with it, or goes on, unless a process is at work on it. */
    boolean over() {
        if (run == null) {
            run = choose().orElse(null);
        }
        return run == null || over(run);
    }

    private Optional<RunId> choose() {
        return cluster.runs().stream()
                .filter(id -> cluster.operator().find(id).filter(Resend::over).isPresent())
                .filter(id -> !cluster.commands().busy(id))
                .filter(id -> leftBy(cluster.operator().report(id)) > 0)
                .findFirst();
    }

    private static boolean over(Run candidate) {
        return candidate.state().over();
    }

    private long leftBy(RunReport report) {
        return switch (resending.state()) {
            case Attempt.UNKNOWN -> report.unknown();
            case Attempt.REJECTED -> report.rejected();
            default -> 0;
        };
    }

    private boolean over(RunId chosen) {
        if (cluster.commands().busy(chosen)) {
            return false;
        }
        List<String> states = cluster.site()
                .collection("resends")
                .find(Filters.eq("run", chosen.value()))
                .map(resend -> resend.getString("state"))
                .into(new ArrayList<>());
        boolean over = !states.isEmpty() && states.stream().allMatch("COMPLETED"::equals);
        if (!over) {
            begin(chosen, states);
        }
        return over;
    }

    private void begin(RunId chosen, List<String> states) {
        System.out.println("an operator resends what is " + resending.state() + " of " + chosen + ", so far " + states);
        if (++processes > PROCESSES) {
            throw new IllegalStateException("the resend of " + chosen + " does not come to its end");
        }
        cluster.commands().resend(chosen, resending.option(), processes == 1 ? resending.jvmOptions() : List.of());
    }
}
