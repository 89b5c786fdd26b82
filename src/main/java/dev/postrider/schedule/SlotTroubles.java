package dev.postrider.schedule;

import dev.postrider.chore.FailingChore;
import dev.postrider.chore.FailingChores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Slots that are due and get nowhere, and slots that were missed. */
@Service
public class SlotTroubles {

    private final Schedules schedules;
    private final FailingChores chores;
    private final MissedSlots missed;

    SlotTroubles(Schedules schedules, FailingChores chores, MissedSlots missed) {
        this.schedules = schedules;
        this.chores = chores;
        this.missed = missed;
    }

    /** How many slots of each campaign are due and could not be launched; later ones that wait for them do not count. */
    public Map<String, Long> blocked() {
        return count(schedules.blocked().stream());
    }

    /** How many slots of each job other than campaigns are due, and the job has failed. */
    public Map<String, Long> failing() {
        return count(chores.all().stream().map(FailingChore::job));
    }

    /** How many slots of each campaign or other job have been recorded as missed since then. */
    public Map<String, Long> missedSince(Instant then) {
        return missed.countSince(then);
    }

    List<BlockedSlot> blocked(String name, @Nullable Evaluated seen) {
        Stream<BlockedSlot> failing = chores.all().stream()
                .filter(chore -> chore.job().equals(name))
                .map(chore -> new BlockedSlot(chore.id().slot(), chore.cause()));
        return Stream.concat(Stream.ofNullable(seen == null ? null : seen.blocked()), failing)
                .toList();
    }

    /** The newest first. */
    List<MissedSlot> missed(String name, int max) {
        return missed.latest(name, max);
    }

    private static Map<String, Long> count(Stream<String> names) {
        return names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
