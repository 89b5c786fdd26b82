package dev.postrider.cli.job;

import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.StepView;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Job executions as people read them. */
public final class JobText {

    private JobText() {}

    static void printList(List<JobView> jobs, Terminal terminal) {
        Table table = new Table("ID", "JOB", "STATE", "STARTED", "TOOK", "PARAMETERS");
        jobs.forEach(job -> table.row(
                Long.toString(job.id()),
                job.job(),
                job.state(),
                job.startedAt(),
                took(job.startedAt(), job.endedAt()),
                parameters(job.parameters())));
        table.print(terminal);
    }

    static void print(JobView job, Terminal terminal) {
        new Facts()
                .add("job execution", Long.toString(job.id()))
                .add("job", job.job())
                .add("parameters", parameters(job.parameters()))
                .add("state", job.state())
                .add("cause", job.cause())
                .add("started", job.startedAt())
                .add("took", took(job.startedAt(), job.endedAt()))
                .print(terminal);
        if (!job.steps().isEmpty()) {
            terminal.out().println();
            printSteps(job.steps(), terminal);
        }
    }

    /**
     * Says on err why a job is not complete, and how to go on with it.
     *
     * @return the exit code
     */
    public static int end(JobView job, String command, Terminal terminal) {
        if (job.state() == JobState.COMPLETED) {
            return ExitCodes.DONE;
        }
        if (job.state() == JobState.FAILED) {
            terminal.error(job.cause() == null ? "the job failed" : job.cause());
        }
        terminal.note(job.state().name().toLowerCase(Locale.ROOT) + "; the same command goes on with it: " + command);
        return ExitCodes.FAILED;
    }

    private static void printSteps(List<StepView> steps, Terminal terminal) {
        Table table = new Table("STEP", "STATE", "TOOK", "READ", "WRITTEN", "FILTERED", "SKIPPED");
        steps.forEach(step -> table.row(
                step.name(),
                step.state(),
                took(step.startedAt(), step.endedAt()),
                step.read(),
                step.written(),
                step.filtered(),
                step.skipped()));
        table.print(terminal);
    }

    private static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Duration took(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null ? null : Duration.between(start, end);
    }
}
