/** What is common to the collections of all rooms: the indexes that they need, and the version of their documents. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.postrider.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
