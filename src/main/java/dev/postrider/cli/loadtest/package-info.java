/** The command that measures an SES account. */
@NullMarked
package dev.postrider.cli.loadtest;

import org.jspecify.annotations.NullMarked;
