/** Send rate and rolling 24 hour quota over all nodes. */
@ApplicationModule(allowedDependencies = {"ledger", "schema", "warmup"})
@NullMarked
package dev.postrider.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
