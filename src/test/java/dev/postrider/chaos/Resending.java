package dev.postrider.chaos;

import java.util.List;
import java.util.Locale;

/**
 * Which deliveries an operator has sent again.
 *
 * @param state UNKNOWN or REJECTED; of no run, where it is neither
 * @param jvmOptions of the first process: where in it that is killed
 */
record Resending(String state, List<String> jvmOptions) {

    static final Resending NONE = new Resending("none", List.of());

    String option() {
        return "--" + state.toLowerCase(Locale.ROOT);
    }
}
