/** How a run begins and is watched: a first share, a pause, and a guard over bounces and complaints. */
@ApplicationModule(
        allowedDependencies = {"audit", "delivery", "feedback", "ledger", "plan", "recipient", "render", "schema"})
@NullMarked
package dev.postrider.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
