/** The only door to the job operator: start, stop, relaunch, recover. */
@ApplicationModule(allowedDependencies = {"audit", "ledger", "recipient"})
@NullMarked
package dev.postrider.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
