@NullMarked
package dev.postrider.cli.bench;

import org.jspecify.annotations.NullMarked;
