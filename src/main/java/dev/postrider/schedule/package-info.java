/** When campaigns and other jobs are due: slots, what of them has been evaluated, and what was missed. */
@ApplicationModule(
        allowedDependencies = {"audit", "campaign", "chore", "definition", "ledger", "recipient", "run", "schema"})
@NullMarked
package dev.postrider.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
