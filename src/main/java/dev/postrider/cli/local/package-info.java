/** Commands that run servers for trying things out. */
@NullMarked
package dev.postrider.cli.local;

import org.jspecify.annotations.NullMarked;
