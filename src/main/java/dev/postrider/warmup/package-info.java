/** The plans by which new identities send a little more every day. */
@ApplicationModule(allowedDependencies = "recipient")
@NullMarked
package dev.postrider.warmup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
