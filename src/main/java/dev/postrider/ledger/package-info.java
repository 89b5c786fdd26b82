/** The deliveries of every run: claims, outcomes, skips, and all figures computed from them. */
@ApplicationModule(allowedDependencies = {"recipient", "schema"})
@NullMarked
package dev.postrider.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
