package dev.postrider.run;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.postrider.ledger.RunId;
import dev.postrider.plan.FrozenPlan;
import java.time.Instant;
import java.util.Date;
import java.util.SortedMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A run that this process holds, and the changes it may make to it. Every change throws {@link RunLost} once it is lost. */
public final class HeldRun {

    private final Runs runs;
    private final RunId id;
    private final long epoch;
    private final RunState taken;

    HeldRun(Runs runs, Run run) {
        this.runs = runs;
        this.id = run.id();
        this.epoch = run.epoch();
        this.taken = run.state();
    }

    public RunId id() {
        return id;
    }

    public long epoch() {
        return epoch;
    }

    public Run read() {
        return runs.get(id);
    }

    /** Another process has taken it since. */
    public boolean lost() {
        return read().epoch() != epoch;
    }

    public void freeze(FrozenPlan plan, SortedMap<String, Long> expectedSkips) {
        update(Updates.set(RunDocument.PLAN, RunDocument.plan(plan, expectedSkips)));
    }

    /**
     * Begins to send, or to stop where somebody asked for that since the run was taken.
     *
     * @return false when it stops
     * @throws RunOver when it is, and is left as it is
     */
    public boolean sending(long job) {
        if (taken.over()) {
            throw new RunOver(id, taken);
        }
        Bson begun = Updates.combine(
                Updates.set(RunDocument.JOB, job),
                Updates.unset(RunDocument.CAUSE),
                Updates.unset(RunDocument.OBJECTION),
                Updates.unset(RunDocument.RESUMES_AT));
        Bson asTaken = Filters.eq(RunDocument.STATE, taken.name());
        if (runs.change(id, epoch, asTaken, Updates.combine(begun, state(RunState.SENDING)))) {
            return true;
        }
        update(Updates.combine(begun, state(RunState.STOPPING)));
        return false;
    }

    /**
     * Counts that the run was taken over from a process that died. A run that rested in between begins anew.
     *
     * @param settled how many recipients have an outcome now; counting begins anew where they are others than last time
     * @return how often in a row, this time included
     */
    public int takenOver(long settled) {
        Bson noProgress = Filters.eq(RunDocument.TAKEOVERS_SETTLED, settled);
        if (!runs.change(id, epoch, noProgress, Updates.inc(RunDocument.TAKEOVERS_COUNT, 1))) {
            update(Updates.set(RunDocument.TAKEOVERS, new Document("settled", settled).append("count", 1)));
        }
        return runs.takeovers(id);
    }

    /** Takes the count of {@link #takenOver} back, where the run has not rested since. */
    public void survived() {
        runs.change(
                id, epoch, Filters.gt(RunDocument.TAKEOVERS_COUNT, 0), Updates.inc(RunDocument.TAKEOVERS_COUNT, -1));
    }

    public void renderEnded(boolean ended) {
        update(Updates.set(RunDocument.RENDER_ENDED, ended));
    }

    /**
     * Lets the run rest until it is resumed.
     *
     * @param resumesAt null: by a person
     * @return false when somebody asked it to stop meanwhile: it is left as it is
     */
    public boolean pause(String cause, @Nullable Instant resumesAt) {
        return restUnlessStopping(resting(RunState.PAUSED, cause, null, resumesAt));
    }

    /** Lets the run rest until a person goes on with it and so accepts the cause; as {@link #pause} where it was asked to stop. */
    public boolean object(Objection objection, String cause) {
        return restUnlessStopping(resting(RunState.PAUSED, cause, objection, null));
    }

    /** Lets the run rest until somebody approves it; as {@link #pause} where it was asked to stop meanwhile. */
    public boolean awaitApproval(String cause) {
        return restUnlessStopping(resting(RunState.AWAITING_APPROVAL, cause, null, null));
    }

    private boolean restUnlessStopping(Bson resting) {
        if (runs.change(id, epoch, Filters.ne(RunDocument.STATE, RunState.STOPPING.name()), resting)) {
            return true;
        }
        if (lost()) {
            throw new RunLost(id);
        }
        return false;
    }

    public void rest(RunState state, @Nullable String cause) {
        update(resting(state, cause, null, null));
    }

    /** Something of a run that is over is sent once more: what counts from its rest on counts from now on. */
    public void sentAgain() {
        update(Updates.currentDate(RunDocument.RESTED_AT));
    }

    private static Bson resting(
            RunState state, @Nullable String cause, @Nullable Objection objection, @Nullable Instant resumesAt) {
        return Updates.combine(
                state(state),
                Updates.unset(RunDocument.TAKEOVERS),
                Updates.set(RunDocument.CAUSE, cause),
                Updates.set(RunDocument.OBJECTION, objection == null ? null : objection.name()),
                Updates.currentDate(RunDocument.RESTED_AT),
                Updates.set(RunDocument.RESUMES_AT, resumesAt == null ? null : Date.from(resumesAt)));
    }

    private static Bson state(RunState state) {
        return Updates.set(RunDocument.STATE, state.name());
    }

    /** Gives the run up, so that the next process need not wait for this one's lease to run out. */
    public void release() {
        update(Updates.unset(RunDocument.OWNER));
    }

    private void update(Bson change) {
        runs.update(id, epoch, change);
    }
}
