/** Who must not be mailed, and why. */
@ApplicationModule(allowedDependencies = {"recipient", "schema"})
@NullMarked
package dev.postrider.suppression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
