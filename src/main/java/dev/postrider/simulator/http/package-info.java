/** The simulator's HTTP server: whole requests in, answers out, now or later, broken where asked for. */
@NullMarked
package dev.postrider.simulator.http;

import org.jspecify.annotations.NullMarked;
