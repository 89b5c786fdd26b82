/** An Amazon SES v2 endpoint on loopback, with the addresses of the mailbox simulator. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.postrider.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
