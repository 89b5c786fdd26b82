/** The stage that takes envelopes from the outbox and hands each to Amazon SES at most once. */
@ApplicationModule(
        allowedDependencies = {"frequency", "ledger", "limits", "outbox", "partition", "recipient", "suppression"})
@NullMarked
package dev.postrider.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
