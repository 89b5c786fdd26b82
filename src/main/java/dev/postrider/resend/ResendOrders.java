package dev.postrider.resend;

import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.RunId;
import dev.postrider.run.Run;
import dev.postrider.run.Runs;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Opens resends: what a person orders, checked before anything is written. */
@Service
public class ResendOrders {

    private final Runs runs;
    private final Resends resends;
    private final Repeatable repeatable;
    private final PinnedOrders orders;
    private final Ledger ledger;

    ResendOrders(Runs runs, Resends resends, Repeatable repeatable, PinnedOrders orders, Ledger ledger) {
        this.runs = runs;
        this.resends = resends;
        this.repeatable = repeatable;
        this.orders = orders;
        this.ledger = ledger;
    }

    /**
     * How many deliveries {@link #open} would select.
     *
     * @throws ResendRefused when it would be
     */
    public long look(RunId run, DeliveryState state) {
        Optional<Resend> unfinished = unfinished(run, state);
        return unfinished.isPresent() ? unfinished.get().selected() : count(run, state);
    }

    /**
     * A new resend of the run's deliveries in this state, or the one that is not over yet; empty when there are none.
     *
     * @param state UNKNOWN or REJECTED
     * @throws ResendRefused when the run is not over, another resend of it is not, a delivery is too young, or all are purged
     */
    public Optional<Resend> open(RunId run, DeliveryState state) {
        Optional<Resend> unfinished = unfinished(run, state);
        if (unfinished.isPresent()) {
            return unfinished;
        }
        long selected = count(run, state);
        if (selected == 0) {
            return Optional.empty();
        }
        orders.check(run);
        int attempt = resends.of(run).size() + 2;
        return Optional.of(resends.open(run, attempt, state, selected));
    }

    private long count(RunId run, DeliveryState state) {
        if (!ledger.purged(run)) {
            return repeatable.count(run, state);
        }
        Figures kept = ledger.figures(run);
        long told = state == DeliveryState.UNKNOWN ? kept.unknown() : kept.rejected();
        if (told > 0) {
            throw ResendRefused.purged(run);
        }
        return 0;
    }

    private Optional<Resend> unfinished(RunId id, DeliveryState state) {
        Run run = runs.get(id);
        if (!run.state().over()) {
            throw new ResendRefused(
                    "run '" + id + "' is not over, and only what is over can be sent again; postrider run resume " + id
                            + " goes on with it");
        }
        List<Resend> open =
                resends.of(id).stream().filter(resend -> !resend.state().over()).toList();
        for (Resend resend : open) {
            if (resend.of() != state) {
                throw new ResendRefused(
                        "resend " + resend.attempt() + " of run '" + id + "' is not over: postrider run resend " + id
                                + " " + option(resend.of()) + " --yes goes on with it");
            }
        }
        if (!open.isEmpty() && ledger.purged(id)) {
            throw ResendRefused.purged(id);
        }
        return open.stream().findFirst();
    }

    private static String option(DeliveryState state) {
        return state == DeliveryState.UNKNOWN ? "--unknown" : "--rejected";
    }
}
