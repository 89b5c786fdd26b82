@NullMarked
package dev.postrider.observability;

import org.jspecify.annotations.NullMarked;
