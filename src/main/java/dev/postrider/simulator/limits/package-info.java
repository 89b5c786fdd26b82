/** The simulated account's send rate and daily quota, in recipients. */
@NullMarked
package dev.postrider.simulator.limits;

import org.jspecify.annotations.NullMarked;
