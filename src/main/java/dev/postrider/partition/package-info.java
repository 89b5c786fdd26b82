/** Partitioned steps on whose partitions several processes work. */
@ApplicationModule(allowedDependencies = {"ledger", "schema"})
@NullMarked
package dev.postrider.partition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
