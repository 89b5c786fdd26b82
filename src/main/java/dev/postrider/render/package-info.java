/** The stage that turns frozen recipients into envelopes. */
@ApplicationModule(
        allowedDependencies = {
            "consent",
            "frequency",
            "ledger",
            "outbox",
            "partition",
            "plan",
            "recipient",
            "schema",
            "suppression",
            "template"
        })
@NullMarked
package dev.postrider.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
