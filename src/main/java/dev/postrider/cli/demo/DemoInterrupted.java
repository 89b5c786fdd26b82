package dev.postrider.cli.demo;

import dev.postrider.operations.JobView;
import java.util.Locale;

/** A job of the demo did not come to its end. */
class DemoInterrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoInterrupted(JobView job) {
        super("the demo's job " + job.job() + " " + job.state().name().toLowerCase(Locale.ROOT)
                + (job.cause() == null ? "" : ": " + job.cause()));
    }
}
