/** The job that brings recipients in from files. */
@ApplicationModule(allowedDependencies = {"recipient"})
@NullMarked
package dev.postrider.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
