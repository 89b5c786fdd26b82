/** The trail of what people and nodes did: who, from where, when, what, to what, and whether it was refused. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient", "schema"})
@NullMarked
package dev.postrider.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
