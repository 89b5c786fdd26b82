/** The commands, over the rooms above; nothing depends on them. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "bench",
            "campaign",
            "consent",
            "definition",
            "delivery",
            "embedded",
            "feedback",
            "forecast",
            "housekeeping",
            "imports",
            "inactivity",
            "launch",
            "ledger",
            "limits",
            "loadtest",
            "node",
            "observability",
            "operations",
            "outbox",
            "plan",
            "recipient",
            "render",
            "run",
            "report",
            "resend",
            "samples",
            "schedule",
            "ses",
            "simulator",
            "suppression",
            "template",
            "terminal"
        })
@NullMarked
package dev.postrider.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
