/** The stage that turns frozen recipients into envelopes. */
@ApplicationModule(
        allowedDependencies = {
            "consent",
            "ledger",
            "outbox",
            "partition",
            "plan",
            "recipient",
            "suppression",
            "template"
        })
@NullMarked
package dev.postrider.render;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
