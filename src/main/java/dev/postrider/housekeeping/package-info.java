/** The job that purges what has been kept for long enough; a run's document, and so its slot, is kept for good. */
@ApplicationModule(
        allowedDependencies = {
            "campaign",
            "chore",
            "definition",
            "ledger",
            "operations",
            "outbox",
            "partition",
            "run",
            "schedule",
            "template"
        })
@NullMarked
package dev.postrider.housekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
