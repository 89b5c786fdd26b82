/** Read-only progress and figures. */
@ApplicationModule(allowedDependencies = {"ledger", "limits", "plan", "recipient", "run"})
@NullMarked
package dev.postrider.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
