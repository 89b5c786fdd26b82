/** The stores of the embedded default, in a process of their own. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.postrider.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
