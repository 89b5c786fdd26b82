/** What the simulator took: numbered, listed, and written to a file before it is answered. */
@NullMarked
package dev.postrider.simulator.accepted;

import org.jspecify.annotations.NullMarked;
