/** Recipients, their addresses, the segments that select them, and the import job. */
@ApplicationModule(allowedDependencies = {"schema"})
@NullMarked
package dev.postrider.recipient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
