package dev.postrider.chore;

import dev.postrider.operations.JobRefused;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.recipient.Scrubbed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Works on one chore at a time. A job that fails is tried again every minute, until its next slot is due or somebody
 * abandons it; one that a person stopped is left to them.
 */
@Service
public class ChoreWork {

    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(ChoreWork.class);

    private final Chores chores;
    private final DueChores due;
    private final ChoreJobs jobs;
    private final ApplicationEventPublisher events;
    private volatile boolean closed;
    private volatile @Nullable Chore atWork;

    ChoreWork(Chores chores, DueChores due, ChoreJobs jobs, ApplicationEventPublisher events) {
        this.chores = chores;
        this.due = due;
        this.jobs = jobs;
        this.events = events;
    }

    /** Goes on with the chore unless another process was faster; whatever goes wrong is logged, and not thrown. */
    public void goOn(Chore chore) {
        if (closed || !chores.take(chore)) {
            return;
        }
        atWork = chore;
        try {
            log.info("{} starts", chore.id());
            end(chore, jobs.start(chore));
        } catch (JobRefused e) {
            refused(chore, e);
        } catch (RuntimeException e) {
            failed(chore, Scrubbed.cause(e));
        } finally {
            atWork = null;
        }
    }

    /** Has the chore at work stopped, to be due at once for another process, and begins none any more. Returns at once. */
    public void close() {
        closed = true;
        Chore chore = atWork;
        if (chore != null) {
            jobs.stop(chore);
        }
    }

    private void end(Chore chore, JobView job) {
        switch (job.state()) {
            case COMPLETED -> {
                log.info("{} is completed", chore.id());
                chores.done(chore);
            }
            case STOPPED -> stopped(chore, job);
            case ABANDONED -> giveUp(chore, "it was abandoned");
            default -> failed(chore, String.valueOf(job.cause()));
        }
    }

    private void stopped(Chore chore, JobView job) {
        if (closed) {
            log.info("{} is stopped: its node was shut down", chore.id());
            chores.release(chore);
        } else {
            giveUp(chore, "it was stopped; to finish it: postrider job restart " + job.id());
        }
    }

    /** Somebody works on the job by hand, or has. */
    private void refused(Chore chore, JobRefused refusal) {
        JobView job = jobs.last(chore).orElse(null);
        if (job != null && (job.state() == JobState.COMPLETED || job.state() == JobState.ABANDONED)) {
            end(chore, job);
        } else {
            chores.postpone(chore, String.valueOf(refusal.getMessage()), RETRY);
        }
    }

    private void failed(Chore chore, String cause) {
        String line = Scrubbed.masked(cause, "");
        log.warn("{} failed: {}", chore.id(), line);
        if (due.overtaken(chore)) {
            giveUp(chore, line);
        } else {
            chores.postpone(chore, line, RETRY);
        }
    }

    private void giveUp(Chore chore, String cause) {
        log.warn("{} is given up: {}", chore.id(), cause);
        events.publishEvent(new ChoreGivenUp(chore.id(), cause));
        chores.giveUp(chore, cause);
    }
}
