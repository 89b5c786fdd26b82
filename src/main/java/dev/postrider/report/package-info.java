/** Read-only progress and figures. */
@ApplicationModule(allowedDependencies = {"feedback", "ledger", "limits", "plan", "recipient", "run"})
@NullMarked
package dev.postrider.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
