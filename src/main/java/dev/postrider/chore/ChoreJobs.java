package dev.postrider.chore;

import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Component;

/** The jobs of chores, in the job repository. */
@Component
class ChoreJobs {

    private final List<ChoreJob> known;
    private final Jobs jobs;

    ChoreJobs(List<ChoreJob> known, Jobs jobs) {
        this.known = known;
        this.jobs = jobs;
    }

    /** Runs the chore's job, or goes on with it, and returns when it is over, however it ended. */
    JobView start(Chore chore) {
        return jobs.start(chore.job(), parameters(chore));
    }

    /** The last execution of the chore's job. */
    Optional<JobView> last(Chore chore) {
        Map<String, String> parameters = parameters(chore).parameters().stream()
                .collect(Collectors.toMap(
                        parameter -> parameter.name(), parameter -> String.valueOf(parameter.value())));
        return jobs.latest(chore.job(), parameters);
    }

    /** Asks the chore's job to stop if it is at work. Returns at once. */
    void stop(Chore chore) {
        last(chore).filter(job -> job.state() == JobState.RUNNING).ifPresent(job -> jobs.stop(job.id()));
    }

    private JobParameters parameters(Chore chore) {
        return known.stream()
                .filter(job -> job.name().equals(chore.job()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this version knows no job '" + chore.job() + "'"))
                .parameters(chore.slot(), chore.zone());
    }
}
