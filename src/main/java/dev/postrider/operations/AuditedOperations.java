package dev.postrider.operations;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.ledger.RunId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.stereotype.Component;

/** What is done to jobs, recorded in the audit trail before it is done. */
@Component
class AuditedOperations {

    /** A job with this parameter is about a run. */
    private static final String RUN = "run";

    private final Audit audit;
    private final Executions executions;
    private final JobLaunch launch;
    private final Interventions interventions;

    AuditedOperations(Audit audit, Executions executions, JobLaunch launch, Interventions interventions) {
        this.audit = audit;
        this.executions = executions;
        this.launch = launch;
        this.interventions = interventions;
    }

    JobExecution start(String job, JobParameters parameters) {
        Map<String, String> details = details(job, parameters);
        String run = details.remove(RUN);
        AuditSubject subject = run == null ? AuditSubject.job(job, null) : AuditSubject.run(new RunId(run));
        return audit.during(action(job, parameters), subject, details, () -> launch.launch(job, parameters));
    }

    private AuditAction action(String job, JobParameters parameters) {
        Optional<JobExecution> last = executions.last(job, parameters);
        if (last.isEmpty()) {
            return AuditAction.STARTED;
        }
        return last.filter(executions::orphaned).isPresent() ? AuditAction.TAKEN_OVER : AuditAction.RESUMED;
    }

    JobExecution restart(JobExecution execution) {
        String job = execution.getJobInstance().getJobName();
        JobParameters parameters = execution.getJobParameters();
        return audit.during(AuditAction.RESTARTED, subject(execution), details(job, parameters), () -> {
            executions.checkLast(execution);
            return launch.launch(job, parameters);
        });
    }

    JobExecution stop(JobExecution execution, String how) {
        Map<String, String> details = details(execution);
        details.put("how", how);
        return audit.during(
                AuditAction.STOPPED, subject(execution), details, () -> interventions.stop(execution.getId()));
    }

    JobExecution recover(JobExecution execution) {
        return audit.during(
                AuditAction.RECOVERED,
                subject(execution),
                details(execution),
                () -> interventions.recover(execution.getId()));
    }

    JobExecution abandon(JobExecution execution) {
        return audit.during(
                AuditAction.ABANDONED,
                subject(execution),
                details(execution),
                () -> interventions.abandon(execution.getId()));
    }

    private static AuditSubject subject(JobExecution execution) {
        return AuditSubject.job(
                Long.toString(execution.getId()), execution.getJobParameters().getString(RUN));
    }

    private static Map<String, String> details(JobExecution execution) {
        return details(execution.getJobInstance().getJobName(), execution.getJobParameters());
    }

    private static Map<String, String> details(String job, JobParameters parameters) {
        Map<String, String> details = new TreeMap<>(JobViews.parameters(parameters));
        details.put("job", job);
        return details;
    }
}
