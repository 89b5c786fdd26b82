package dev.postrider.simulator.sending;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Refusal;

/** What one send meets. Where several would meet in one send, the first here has it. */
public enum SendFault {
    RESET_BEFORE,
    ERROR,
    THROTTLE,
    RESET_AFTER,
    TRUNCATE,
    SHORT_RESULTS,
    SLOW,
    NONE;

    boolean hits(FaultOptions options, long send) {
        int n = every(options);
        return n > 0 && send % n == 0;
    }

    private int every(FaultOptions options) {
        return switch (this) {
            case RESET_BEFORE -> options.resetBeforeEvery();
            case ERROR -> options.errorEvery();
            case THROTTLE -> options.throttleEvery();
            case RESET_AFTER -> options.resetAfterEvery();
            case TRUNCATE -> options.truncateEvery();
            case SHORT_RESULTS -> options.shortResultsEvery();
            case SLOW -> options.slowEvery();
            case NONE -> 0;
        };
    }

    /** Refuses a send before anything of it is taken, where that is the fault. */
    void beforeTaking() {
        if (this == ERROR) {
            throw new Refusal(500, "InternalServiceErrorException", "Internal failure, as the simulator was told.");
        }
        if (this == THROTTLE) {
            throw EntryStatus.ACCOUNT_THROTTLED.refusal();
        }
    }

    /** The answer to a send as it arrives with this fault. */
    public Answer spoil(Answer answer, FaultOptions options) {
        return switch (this) {
            case RESET_BEFORE, RESET_AFTER -> answer.in(Answer.Condition.RESET);
            case TRUNCATE -> answer.in(Answer.Condition.TRUNCATED);
            case SLOW -> answer.after(options.slowBy());
            case ERROR, THROTTLE, SHORT_RESULTS, NONE -> answer;
        };
    }
}
