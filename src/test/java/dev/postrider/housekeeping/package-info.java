@NullMarked
package dev.postrider.housekeeping;

import org.jspecify.annotations.NullMarked;
