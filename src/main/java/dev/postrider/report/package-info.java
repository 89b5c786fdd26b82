/** Read-only progress and figures. */
@ApplicationModule(allowedDependencies = {"campaign", "ledger", "plan", "recipient"})
@NullMarked
package dev.postrider.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
