/** Works on the steps of runs that other processes hold. */
@ApplicationModule(allowedDependencies = {"delivery", "ledger", "partition", "run"})
@NullMarked
package dev.postrider.assist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
