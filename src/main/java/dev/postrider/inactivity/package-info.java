/** The job that marks recipients inactive at 90, 120 and 180 days. */
@ApplicationModule(allowedDependencies = {"chore", "recipient"})
@NullMarked
package dev.postrider.inactivity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
