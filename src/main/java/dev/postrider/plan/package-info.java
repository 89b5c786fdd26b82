/** The frozen recipients of a run, in blocks of ids. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient", "schema"})
@NullMarked
package dev.postrider.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
