/** Sends again what a run left unknown or rejected, when a person says so. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "consent",
            "delivery",
            "ledger",
            "operations",
            "outbox",
            "recipient",
            "render",
            "run",
            "schema",
            "ses"
        })
@NullMarked
package dev.postrider.resend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
