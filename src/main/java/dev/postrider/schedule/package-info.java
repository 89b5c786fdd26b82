/** When campaigns are due: slots, what of them has been evaluated, and what was missed. */
@ApplicationModule(allowedDependencies = {"audit", "campaign", "definition", "ledger", "run"})
@NullMarked
package dev.postrider.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
