/** The job that purges what has been kept for long enough; a run's document, and so its slot, is kept for good. */
@ApplicationModule(
        allowedDependencies = {
            "campaign",
            "chore",
            "definition",
            "feedback",
            "ledger",
            "operations",
            "outbox",
            "plan",
            "run"
        })
@NullMarked
package dev.postrider.housekeeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
