package dev.postrider.schedule;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the schedule in force has been evaluated.
 *
 * @param timetable in force, null while the campaign has none
 * @param since when the file that it is from was changed last
 * @param source the text of that file, null once it was deleted
 * @param evaluatedTo every slot up to this instant was launched or recorded as missed
 * @param blocked the next slot, when it is due and could not be launched
 */
record Evaluated(
        String campaign,
        @Nullable Timetable timetable,
        Instant since,
        @Nullable String source,
        Instant evaluatedTo,
        @Nullable BlockedSlot blocked) {

    static Evaluated of(Edit edit, @Nullable Timetable timetable, Instant evaluatedTo) {
        return new Evaluated(
                edit.name(), timetable, edit.at(), edit.definition().source(), evaluatedTo, null);
    }

    Evaluated to(Instant slot) {
        return new Evaluated(campaign, timetable, since, source, slot, null);
    }

    boolean olderThan(Instant edit) {
        return since.isBefore(edit);
    }

    /** Whether this is that edit without its text, as after its file was deleted and came back. */
    boolean lacksTextOf(Edit edit, @Nullable Timetable own) {
        return source == null && since.equals(edit.at()) && Objects.equals(own, timetable);
    }

    /** Why a node with a file that is no newer may not evaluate the schedule, if it may not. */
    Optional<String> refusal(@Nullable Timetable own) {
        return Objects.equals(own, timetable)
                ? Optional.empty()
                : Optional.of("the file of '" + campaign + "' says " + said(own) + "; in force is a newer edit, of "
                        + since + ": " + said(timetable) + ". This node leaves it alone");
    }

    private static String said(@Nullable Timetable timetable) {
        return timetable == null ? "no schedule" : timetable.toString();
    }
}
