package dev.postrider.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job other than a campaign, as its file in {@code jobs/} schedules it. */
public record JobDefinition(
        String job, @Nullable String description, @Nullable Schedule schedule, String source) implements Scheduled {

    /** The jobs that a file may schedule. */
    public static final List<String> JOBS = List.of("housekeeping", "inactivity");

    @Override
    public String name() {
        return job;
    }
}
