/** Campaigns and other jobs as the files in {@code jobs/} define them. */
@ApplicationModule(allowedDependencies = {"recipient"})
@NullMarked
package dev.postrider.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
