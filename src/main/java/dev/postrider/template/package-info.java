/** Templates: load, pin, render, lint and preview. */
@ApplicationModule(allowedDependencies = {"schema"})
@NullMarked
package dev.postrider.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
