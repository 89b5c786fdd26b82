package dev.postrider.simulator;

import dev.postrider.simulator.sending.AccountOptions;
import dev.postrider.simulator.sending.FaultOptions;
import dev.postrider.simulator.sending.Faults;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** The options that hold now, and the faults that follow from them. */
final class Settings {

    private final Clock clock;
    private volatile SimulatorOptions present;
    private volatile Faults faults;

    Settings(SimulatorOptions start, Clock clock) {
        this.clock = clock;
        present = start;
        faults = new Faults(start.faults(), throttledUntil(start.faults()));
    }

    SimulatorOptions present() {
        return present;
    }

    AccountOptions account() {
        return present.account();
    }

    Faults faults() {
        return faults;
    }

    /**
     * Changes all of the settings or, where one of them is wrong, none.
     *
     * @throws IllegalArgumentException naming the wrong one
     */
    synchronized void change(Map<String, ?> changes) {
        SimulatorOptions changed = present;
        for (Map.Entry<String, ?> change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        if (!changed.records().startsLike(present.records())) {
            throw new IllegalArgumentException("recordFile and keepMessages are fixed at the start");
        }
        FaultOptions chosen = changed.faults();
        if (changes.containsKey("throttleFor")) {
            faults = new Faults(chosen, throttledUntil(chosen));
        } else if (!chosen.equals(present.faults())) {
            faults = new Faults(chosen, faults.throttledUntil());
        }
        present = changed;
    }

    private Instant throttledUntil(FaultOptions options) {
        return options.throttleFor().isZero() ? Instant.MIN : clock.instant().plus(options.throttleFor());
    }
}
