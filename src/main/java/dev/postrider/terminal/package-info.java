/** What people see: tables, colours and live progress. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.postrider.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
