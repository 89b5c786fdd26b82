/** The job of a campaign: opens runs and puts the stages together. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "consent",
            "definition",
            "delivery",
            "frequency",
            "ledger",
            "limits",
            "operations",
            "outbox",
            "partition",
            "plan",
            "proof",
            "recipient",
            "render",
            "rollout",
            "run",
            "ses",
            "suppression",
            "template"
        })
@NullMarked
package dev.postrider.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
