/** Made-up recipients, for trying things out. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.postrider.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
