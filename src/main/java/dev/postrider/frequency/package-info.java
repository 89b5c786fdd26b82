/** How many mails of a topic one person gets within some days. */
@ApplicationModule(allowedDependencies = {"ledger", "recipient", "run"})
@NullMarked
package dev.postrider.frequency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
