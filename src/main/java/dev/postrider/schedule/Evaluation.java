package dev.postrider.schedule;

import dev.postrider.ledger.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates the schedule of one campaign or other job, in any number of nodes at once.
 * <ol>
 *   <li>A campaign that is seen for the first time begins now.
 *   <li>The schedule in force is that of the newest edit. Before a newer one replaces it, its slots up to the edit are
 *       evaluated. A node whose file is no newer and says otherwise leaves the campaign alone.
 *   <li>A slot that is due is launched, or recorded as missed when it is older than the grace. When it cannot be launched, it
 *       is blocked, for all to see, and tried again; later ones wait for it.
 *   <li>Then {@code evaluatedTo} moves on from the value seen to the slot. A crash before that repeats the third step, which
 *       has no second effect; of two nodes one fails to move it, and leaves off.
 * </ol>
 */
@Component
class Evaluation {

    private final Schedules schedules;
    private final MissedSlots missed;
    private final SlotRuns runs;
    private final ScheduleSettings settings;
    private final Clock clock;

    Evaluation(Schedules schedules, MissedSlots missed, SlotRuns runs, ScheduleSettings settings, Clock clock) {
        this.schedules = schedules;
        this.missed = missed;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns why this node leaves the campaign alone, if it does.
     *
     * @throws SlotNotLaunched when the launcher threw; what comes before has been evaluated
     */
    Optional<String> evaluate(Edit edit, SlotLauncher launcher) {
        Timetable own = Timetable.of(edit.definition(), settings);
        Optional<Evaluated> seen = schedules.find(edit.name());
        if (seen.isEmpty()) {
            begin(edit, own);
            return Optional.empty();
        }
        boolean adopts = seen.get().olderThan(edit.at()) || seen.get().lacksTextOf(edit, own);
        Optional<Evaluated> current = adopts ? adopt(seen.get(), own, edit, launcher) : seen;
        Optional<String> refusal = current.flatMap(schedule -> schedule.refusal(own));
        if (refusal.isEmpty()) {
            current.ifPresent(schedule -> advance(schedule, clock.instant(), launcher));
        }
        return refusal;
    }

    private void begin(Edit edit, @Nullable Timetable own) {
        if (own != null) {
            schedules.insert(Evaluated.of(edit, own, clock.instant()));
        }
    }

    private Optional<Evaluated> adopt(Evaluated seen, @Nullable Timetable own, Edit edit, SlotLauncher launcher) {
        if (Objects.equals(own, seen.timetable())) {
            return replace(seen, Evaluated.of(edit, own, seen.evaluatedTo()));
        }
        Instant now = clock.instant();
        Instant from = edit.at().isBefore(now) ? edit.at() : now;
        return advance(seen, from, launcher).flatMap(old -> {
            Instant evaluatedTo = old.evaluatedTo().isAfter(from) ? old.evaluatedTo() : from;
            return replace(old, Evaluated.of(edit, own, evaluatedTo));
        });
    }

    /** Empty when another node was faster. */
    private Optional<Evaluated> advance(Evaluated seen, Instant until, SlotLauncher launcher) {
        Timetable timetable = seen.timetable();
        if (timetable == null) {
            return Optional.of(seen);
        }
        Slots slots = timetable.slots();
        Optional<Evaluated> current = Optional.of(seen);
        Instant slot = slots.next(seen.evaluatedTo());
        while (current.isPresent() && slot != null && !slot.isAfter(until)) {
            launchOrMiss(current.get(), slot, timetable.grace(), launcher);
            current = replace(current.get(), seen.to(slot));
            slot = slots.next(slot);
        }
        return current;
    }

    private void launchOrMiss(Evaluated seen, Instant slot, Duration grace, SlotLauncher launcher) {
        RunId run = RunId.of(seen.campaign(), slot);
        if (!slot.plus(grace).isBefore(clock.instant())) {
            launch(seen, run, launcher);
        } else if (!runs.launched(run)) {
            missed.note(run, reason(seen.blocked(), slot));
        }
    }

    private static String reason(@Nullable BlockedSlot blocked, Instant slot) {
        return blocked != null && blocked.slot().equals(slot)
                ? "it could not be launched: " + blocked.cause()
                : "no node launched it within its grace";
    }

    private void launch(Evaluated seen, RunId run, SlotLauncher launcher) {
        try {
            launcher.launch(run.campaign(), run.slot());
        } catch (RuntimeException e) {
            SlotNotLaunched failure = new SlotNotLaunched(run, e);
            schedules.block(seen, new BlockedSlot(run.slot(), failure.why()));
            throw failure;
        }
    }

    private Optional<Evaluated> replace(Evaluated seen, Evaluated next) {
        return schedules.replace(seen, next) ? Optional.of(next) : Optional.empty();
    }
}
