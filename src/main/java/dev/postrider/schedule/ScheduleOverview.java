package dev.postrider.schedule;

import dev.postrider.definition.Definitions;
import dev.postrider.definition.ListedDefinition;
import dev.postrider.definition.Scheduled;
import dev.postrider.schema.NewerSchema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The schedules of all campaigns and other jobs in the jobs folder. */
@Service
public class ScheduleOverview {

    private static final int MISSED = 10;

    private final Definitions definitions;
    private final Schedules schedules;
    private final SlotTroubles troubles;
    private final ScheduleSettings settings;
    private final Clock clock;

    ScheduleOverview(
            Definitions definitions,
            Schedules schedules,
            SlotTroubles troubles,
            ScheduleSettings settings,
            Clock clock) {
        this.definitions = definitions;
        this.schedules = schedules;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Those that have a schedule, have a slot that is blocked or was missed, have a broken file, or a schedule that a newer
     * version wrote.
     *
     * @param next so many slots to come of each
     */
    public List<ScheduledJob> all(int next) {
        return jobs(file -> readable(file, slots -> slots.next(clock.instant(), next)));
    }

    /**
     * The same with all slots that come up to this instant.
     *
     * @throws NewerSchema when a newer version wrote a schedule, whose slots would be missing
     */
    public List<ScheduledJob> until(Instant last) {
        return jobs(file -> of(file, slots -> slots.until(clock.instant(), last)));
    }

    private List<ScheduledJob> jobs(Function<ListedDefinition, ScheduledJob> description) {
        return definitions.all().stream()
                .map(description)
                .filter(job -> !job.empty())
                .toList();
    }

    private ScheduledJob readable(ListedDefinition file, Function<Slots, List<Instant>> next) {
        try {
            return of(file, next);
        } catch (NewerSchema e) {
            return describe(file.name(), null, null, next, e.getMessage());
        }
    }

    private ScheduledJob of(ListedDefinition file, Function<Slots, List<Instant>> next) {
        Scheduled definition = file.definition();
        Optional<Evaluated> seen = schedules.find(file.name());
        Timetable own = definition == null ? null : Timetable.of(definition, settings);
        boolean ownInForce = definition != null
                && seen.map(schedule -> schedule.olderThan(file.editedAt())).orElse(true);
        String error = file.error();
        if (definition != null && !ownInForce) {
            error = seen.flatMap(schedule -> schedule.refusal(own)).orElse(null);
        }
        boolean keptInForce = definition != null || seen.map(Evaluated::source).isPresent();
        Timetable inForce = ownInForce
                ? own
                : seen.filter(schedule -> keptInForce).map(Evaluated::timetable).orElse(null);
        return describe(file.name(), inForce, seen.orElse(null), next, error);
    }

    private ScheduledJob describe(
            String name,
            @Nullable Timetable timetable,
            @Nullable Evaluated seen,
            Function<Slots, List<Instant>> next,
            @Nullable String error) {
        Instant evaluatedTo = seen == null ? null : seen.evaluatedTo();
        List<BlockedSlot> blocked = troubles.blocked(name, seen);
        List<MissedSlot> missed = troubles.missed(name, MISSED);
        if (timetable == null) {
            return new ScheduledJob(name, null, null, null, evaluatedTo, List.of(), blocked, missed, error);
        }
        List<LocalSlot> upcoming = next.apply(timetable.slots()).stream()
                .map(slot -> LocalSlot.of(slot, timetable.zone()))
                .toList();
        return new ScheduledJob(
                name,
                timetable.cron(),
                timetable.zone(),
                timetable.grace(),
                evaluatedTo,
                upcoming,
                blocked,
                missed,
                error);
    }
}
