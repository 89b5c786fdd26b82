/** Envelopes, and the Redis streams that carry them from render to deliver. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient", "template"})
@NullMarked
package dev.postrider.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
