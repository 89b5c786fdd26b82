package dev.postrider.loadtest;

import dev.postrider.delivery.Outcome;
import dev.postrider.loadtest.Fate.Told;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether a load test has to end before all was tried, and why; the first reason counts. Thread-safe. */
final class Ending {

    /** So many requests in a row without a clear answer, and SES is taken for gone. */
    static final int SILENCE = 50;

    record End(LoadReport.State state, @Nullable String reason) {}

    private final AtomicReference<@Nullable End> first = new AtomicReference<>();
    private final AtomicInteger silent = new AtomicInteger();

    void end(LoadReport.State state, String reason) {
        first.compareAndSet(null, new End(state, reason));
    }

    /** Looks at the answer to a request, which may speak against all that would follow. */
    void look(List<Outcome> answer) {
        List<Told> all = answer.stream().map(Told::of).toList();
        all.stream().filter(told -> told.fate().isHold()).findFirst().ifPresent(this::hold);
        if (!all.stream().allMatch(told -> told.fate().isSilence())) {
            silent.set(0);
        } else if (silent.incrementAndGet() >= SILENCE) {
            end(
                    LoadReport.State.FAILED,
                    SILENCE + " requests in a row had no clear answer: "
                            + all.get(0).cause());
        }
    }

    private void hold(Told told) {
        if (told.fate() == Fate.QUOTA) {
            end(LoadReport.State.LIMITED, "SES says that the account's quota is used up: " + told.cause());
        } else {
            end(LoadReport.State.FAILED, "SES takes no mail from this sender or account: " + told.cause());
        }
    }

    boolean ended() {
        return first.get() != null;
    }

    Optional<End> reason() {
        return Optional.ofNullable(first.get());
    }
}
