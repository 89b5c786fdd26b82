package dev.postrider.operations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Makes executions readable for people. */
@Component
class JobViews {

    private static final Pattern EXCEPTION = Pattern.compile("^(Caused by: )?[\\w.$]+(Exception|Error|[A-Z]\\w+): ");

    private final Liveness liveness;

    JobViews(Liveness liveness) {
        this.liveness = liveness;
    }

    JobView view(JobExecution execution) {
        return new JobView(
                execution.getId(),
                execution.getJobInstanceId(),
                execution.getJobInstance().getJobName(),
                parameters(execution.getJobParameters()),
                state(execution),
                instant(execution.getStartTime()),
                instant(execution.getEndTime()),
                cause(execution),
                steps(execution).toList());
    }

    static Map<String, String> parameters(JobParameters parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.parameters().stream()
                .sorted(Comparator.comparing(parameter -> parameter.name()))
                .forEach(parameter -> values.put(parameter.name(), String.valueOf(parameter.value())));
        return values;
    }

    private JobState state(JobExecution execution) {
        if (liveness.orphaned(execution)) {
            return JobState.FAILED;
        }
        boolean worked = liveness.worked(execution);
        return switch (execution.getStatus()) {
            case STARTING, STARTED -> JobState.RUNNING;
            case STOPPING -> JobState.STOPPING;
            case STOPPED -> worked ? JobState.STOPPING : JobState.STOPPED;
            case COMPLETED -> JobState.COMPLETED;
            case FAILED, UNKNOWN -> JobState.FAILED;
            case ABANDONED -> JobState.ABANDONED;
        };
    }

    private @Nullable String cause(JobExecution execution) {
        if (liveness.orphaned(execution)) {
            return liveness.describeOwner(execution) + " died while it worked on this";
        }
        if (execution.getStatus() != BatchStatus.FAILED && execution.getStatus() != BatchStatus.UNKNOWN) {
            return null;
        }
        Stream<String> steps = execution.getStepExecutions().stream()
                .sorted(Comparator.comparing(StepExecution::getId).reversed())
                .map(JobViews::cause);
        return Stream.concat(steps, Stream.of(cause(execution.getExitStatus().getExitDescription())))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Steps that were stopped because another one failed are no cause. */
    private static String cause(StepExecution step) {
        return switch (step.getStatus()) {
            case COMPLETED, STOPPED -> "";
            default -> cause(step.getExitStatus().getExitDescription());
        };
    }

    /** Spring Batch keeps stack traces as exit descriptions: the innermost cause is what people want to know. */
    private static String cause(String description) {
        List<String> lines = description.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .reduce((first, second) -> second)
                .or(() -> lines.stream().findFirst())
                .map(line -> EXCEPTION.matcher(line).replaceFirst(""))
                .orElse("");
    }

    static Stream<StepView> steps(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .sorted(Comparator.comparing(StepExecution::getId))
                .map(step -> new StepView(
                        step.getStepName(),
                        step.getStatus().name(),
                        instant(step.getStartTime()),
                        instant(step.getEndTime()),
                        step.getReadCount(),
                        step.getWriteCount(),
                        step.getFilterCount(),
                        step.getSkipCount()));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
    }
}
