/** The program as a child process: on real input, killed, frozen, robbed of its stores and lied to; counted at SES. */
@NullMarked
package dev.postrider.program;

import org.jspecify.annotations.NullMarked;
