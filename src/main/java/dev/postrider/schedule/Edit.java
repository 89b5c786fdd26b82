package dev.postrider.schedule;

import dev.postrider.definition.Scheduled;
import java.time.Instant;

/** The definition of a campaign or another job, and when its file was changed last. */
record Edit(Scheduled definition, Instant at) {

    String name() {
        return definition.name();
    }
}
