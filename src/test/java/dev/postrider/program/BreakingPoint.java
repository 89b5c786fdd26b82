package dev.postrider.program;

import java.util.Locale;

/** A call in the program, after or before which it gets a signal. */
public enum BreakingPoint {
    /** A block of the plan is written, the plan is not frozen. */
    BLOCK_WRITTEN("dev.postrider.plan.Blocks", "write", true),
    /** A batch is in the outbox, the render checkpoint has not moved. */
    APPENDED("dev.postrider.outbox.Outbox", "append", true),
    /** A batch is claimed, nothing of it is sent. */
    CLAIMED("dev.postrider.ledger.Claims", "claim", true),
    /** The claim was found young enough; the request is about to be signed and written. */
    SENDING("dev.postrider.delivery.MailTransport", "send", false),
    /** SES answered, nothing is settled. */
    SENT("dev.postrider.delivery.MailTransport", "send", true),
    /** The outcomes are in the ledger, the batch is not acknowledged. */
    SETTLED("dev.postrider.ledger.Ledger", "settle", true),
    /** A chunk of recipients is marked inactive, the job's checkpoint has not moved. */
    MARKED("dev.postrider.inactivity.FindingWriter", "write", true);

    private final String type;
    private final String method;
    private final boolean after;

    BreakingPoint(String type, String method, boolean after) {
        this.type = type;
        this.method = method;
        this.after = after;
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    boolean after() {
        return after;
    }

    /** As a system property of the child: signal {@code KILL} or {@code STOP}, or {@code THROW}, at the n-th passage. */
    public String property(String signal, int passage) {
        return "-Dbreaking=" + name().toLowerCase(Locale.ROOT) + ":" + signal + ":" + passage;
    }
}
