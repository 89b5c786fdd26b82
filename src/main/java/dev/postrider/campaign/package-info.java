/** Campaign definitions, runs and slots, and the job that puts the stages together. */
@ApplicationModule(
        allowedDependencies = {
            "consent",
            "definition",
            "delivery",
            "ledger",
            "limits",
            "operations",
            "outbox",
            "plan",
            "recipient",
            "render",
            "ses",
            "suppression",
            "template"
        })
@NullMarked
package dev.postrider.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
