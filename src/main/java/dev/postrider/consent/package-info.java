/** Links by which a recipient takes back consent. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient"})
@NullMarked
package dev.postrider.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
