/** Runs of campaigns: what is pinned in them, their states, and which process holds them. */
@ApplicationModule(allowedDependencies = {"ledger", "plan", "schema"})
@NullMarked
package dev.postrider.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
