/** Measures the campaign job against the pipeline that people write first, and against the floor that SES's API sets. */
@ApplicationModule(
        allowedDependencies = {
            "campaign",
            "consent",
            "delivery",
            "ledger",
            "operations",
            "outbox",
            "recipient",
            "render",
            "report",
            "run",
            "template"
        })
@NullMarked
package dev.postrider.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
