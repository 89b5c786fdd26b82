/** The demo: all of it, on stores in memory and the simulator of SES. */
@NullMarked
package dev.postrider.cli.demo;

import org.jspecify.annotations.NullMarked;
