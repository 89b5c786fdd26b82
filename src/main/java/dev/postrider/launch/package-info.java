/** Brings up what a command needs, its stores and the Spring application, and says in one line what went wrong. */
@ApplicationModule(allowedDependencies = {"embedded", "operations", "outbox", "schema", "terminal"})
@NullMarked
package dev.postrider.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
