package dev.postrider.audit;

import dev.postrider.ledger.RunId;
import org.jspecify.annotations.Nullable;

/**
 * What was done something to.
 *
 * @param name within its kind; of an address, a masked form
 * @param run the run that this concerns, by which the trail can be searched
 */
public record AuditSubject(Kind kind, String name, @Nullable String run) {

    public enum Kind {
        RUN,
        JOB,
        CAMPAIGN,
        TEMPLATE,
        ADDRESS,
        FEEDBACK
    }

    public static AuditSubject run(RunId run) {
        return new AuditSubject(Kind.RUN, run.value(), run.value());
    }

    /** @param name of the job, or the id of one of its executions */
    public static AuditSubject job(String name, @Nullable String run) {
        return new AuditSubject(Kind.JOB, name, run);
    }

    public static AuditSubject campaign(String name) {
        return new AuditSubject(Kind.CAMPAIGN, name, null);
    }

    public static AuditSubject template(String name) {
        return new AuditSubject(Kind.TEMPLATE, name, null);
    }

    /** @param file from which it comes */
    public static AuditSubject feedback(String file) {
        return new AuditSubject(Kind.FEEDBACK, file, null);
    }

    /** @param masked never a whole address; or how many, and from where */
    public static AuditSubject address(String masked) {
        return new AuditSubject(Kind.ADDRESS, masked, null);
    }
}
