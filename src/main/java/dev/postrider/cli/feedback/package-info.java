/** The command that takes feedback in. */
@NullMarked
package dev.postrider.cli.feedback;

import org.jspecify.annotations.NullMarked;
