/** What a node tells of itself: health, metrics and the port that has them. It looks at other rooms, and none looks at it. */
@ApplicationModule(
        allowedDependencies = {
            "definition",
            "delivery",
            "feedback",
            "ledger",
            "limits",
            "outbox",
            "recipient",
            "run",
            "schedule"
        })
@NullMarked
package dev.postrider.observability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
