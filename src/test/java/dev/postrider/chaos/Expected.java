package dev.postrider.chaos;

import java.util.Set;

/**
 * What a recipient has to come to in a run, unless that is UNKNOWN.
 *
 * @param reasons for which it may be skipped, each explained by what else has happened
 */
record Expected(String state, Set<String> reasons) {

    /** Of somebody who was not planned: nothing will do. */
    static final Expected NOTHING = new Expected("nothing", Set.of());

    boolean allows(Attempt attempt, long times) {
        return switch (attempt.state()) {
            case Attempt.UNKNOWN -> !state.equals(Attempt.SKIPPED) && times <= (state.equals(Attempt.SENT) ? 1 : 0);
            case Attempt.SKIPPED -> attempt.reason() != null && reasons.contains(attempt.reason()) && times == 0;
            default -> attempt.is(state) && times == (attempt.is(Attempt.SENT) ? 1 : 0);
        };
    }
}
