/** The slots of jobs other than campaigns: each is worked on until its job completes, by whichever node is there. */
@ApplicationModule(allowedDependencies = {"ledger", "operations", "recipient", "schema"})
@NullMarked
package dev.postrider.chore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
