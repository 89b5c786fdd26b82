@NullMarked
package dev.postrider.cli.run;

import org.jspecify.annotations.NullMarked;
