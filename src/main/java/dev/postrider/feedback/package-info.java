/** What comes back after sending: bounces and complaints, each recorded once and counted by run. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient", "schema", "ses", "suppression"})
@NullMarked
package dev.postrider.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
