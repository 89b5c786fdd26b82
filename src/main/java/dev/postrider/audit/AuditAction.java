package dev.postrider.audit;

/** What is recorded. An entry is written before the action takes effect, and tells apart what was refused. */
public enum AuditAction {
    /** The recipients of a run were frozen ahead of its start. */
    PLANNED,
    /** The slot of a schedule came, and a node made its run due. */
    LAUNCHED,
    /** A job began that had not been started before. */
    STARTED,
    /** Work that had paused, stopped or failed goes on. */
    RESUMED,
    /** Work goes on whose process had died. */
    TAKEN_OVER,
    /** A job execution was named to go on with. */
    RESTARTED,
    /** The guard has a run wait until a person accepts its bounces and complaints. */
    PAUSED,
    /** A person goes on with a run that the guard had paused, and so accepts them. */
    ACCEPTED,
    /** What a process that died left open was closed. */
    RECOVERED,
    STOPPED,
    ABANDONED,
    APPROVED,
    RESENT,
    /** A campaign's file or a template is found with a content that it did not have before; who edited it is not known. */
    EDITED,
    SUPPRESSED,
    UNSUPPRESSED,
    /** Feedback was taken in from a file, which suppresses addresses that must not be mailed any more. */
    IMPORTED
}
