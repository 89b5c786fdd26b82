package dev.postrider.inactivity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stages of inactivity in days, ascending, as they were when the job began. */
record Stages(List<Integer> days) {

    private static final String SEPARATOR = ",";

    static Stages parse(String text) {
        return new Stages(
                Arrays.stream(text.split(SEPARATOR)).map(Integer::valueOf).toList());
    }

    @Override
    public String toString() {
        return days.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    }

    /** The longest stage that has passed between the last activity and the beginning of the date; null while active. */
    @Nullable
    Integer reached(Instant lastActive, LocalDate asOf) {
        Integer reached = null;
        for (Integer stage : days) {
            Instant latest = asOf.minusDays(stage).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!lastActive.isAfter(latest)) {
                reached = stage;
            }
        }
        return reached;
    }
}
