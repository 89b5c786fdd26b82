/** The bench: the campaign job against two others, each in a process of its own. */
@NullMarked
package dev.postrider.cli.bench;

import org.jspecify.annotations.NullMarked;
