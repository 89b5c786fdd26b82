/** The command that purges. */
@NullMarked
package dev.postrider.cli.housekeeping;

import org.jspecify.annotations.NullMarked;
