package dev.postrider.simulator;

import org.jspecify.annotations.Nullable;

/** The options that hold now. */
final class Settings {

    private volatile SimulatorOptions present;

    Settings(SimulatorOptions start) {
        present = start;
    }

    SimulatorOptions present() {
        return present;
    }

    AccountOptions account() {
        return present.account();
    }

    synchronized void change(String setting, @Nullable Object value) {
        present = present.with(setting, value);
    }
}
