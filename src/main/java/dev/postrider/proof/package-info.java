/** The copies of a run's mail that its team gets before anybody else. */
@ApplicationModule(allowedDependencies = {"consent", "delivery", "ledger", "outbox", "recipient", "template"})
@NullMarked
package dev.postrider.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
