/** Three nodes, some of which only help, and their stores, disturbed in a random sequence that one number stands for; counted at SES. */
@NullMarked
package dev.postrider.chaos;

import org.jspecify.annotations.NullMarked;
