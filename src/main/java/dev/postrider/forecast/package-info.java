/** Whether the runs to come fit into what the account may send. Read-only. */
@ApplicationModule(allowedDependencies = {"campaign", "definition", "ledger", "limits", "run", "schedule"})
@NullMarked
package dev.postrider.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
