/** What the demo runs on: stores in memory, a simulator, and a mail to look at. */
@ApplicationModule(allowedDependencies = {"embedded", "launch", "terminal"})
@NullMarked
package dev.postrider.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
