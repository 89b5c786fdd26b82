/** A node: the long-running process that keeps the runs of campaigns and other jobs going, alone or beside others. */
@ApplicationModule(
        allowedDependencies = {
            "assist",
            "audit",
            "campaign",
            "chore",
            "ledger",
            "limits",
            "operations",
            "recipient",
            "report",
            "resend",
            "run",
            "schedule"
        })
@NullMarked
package dev.postrider.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
