/** Commands that are nodes. */
@NullMarked
package dev.postrider.cli.node;

import org.jspecify.annotations.NullMarked;
