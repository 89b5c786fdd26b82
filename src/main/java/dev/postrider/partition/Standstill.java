package dev.postrider.partition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Tells which partitions make no progress in another process although it lives. Progress is a new version of the step
 * execution, which every chunk and every turn of a tasklet writes; time is this process's alone, from its first look on.
 * Thread-safe.
 */
final class Standstill {

    private static final int LOOKS = 20;

    private final StepRows rows;
    private final Duration limit;
    private final Clock clock;
    private final Map<Long, Look> looks = new ConcurrentHashMap<>();

    private record Look(@Nullable String owner, int version, Instant movedAt, Instant at) {}

    Standstill(StepRows rows, Duration limit, Clock clock) {
        this.rows = rows;
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * May be asked as often as is convenient: the step execution is read a few times within the limit. While it cannot be
     * read nothing stands still, as whoever works on it cannot write it either.
     */
    boolean of(Partition partition) {
        try {
            Look last = Objects.requireNonNull(
                    looks.compute(partition.execution(), (execution, before) -> look(partition, before)));
            return !last.at().isBefore(last.movedAt().plus(limit));
        } catch (DataAccessException e) {
            looks.remove(partition.execution());
            return false;
        }
    }

    private Look look(Partition partition, @Nullable Look before) {
        Instant now = clock.instant();
        if (before == null || !Objects.equals(before.owner(), partition.owner())) {
            return new Look(partition.owner(), version(partition), now, now);
        }
        if (now.isBefore(before.at().plus(limit.dividedBy(LOOKS)))) {
            return before;
        }
        int version = version(partition);
        return new Look(partition.owner(), version, version == before.version() ? before.movedAt() : now, now);
    }

    private int version(Partition partition) {
        return Objects.requireNonNull(rows.load(partition.execution()).getVersion());
    }
}
