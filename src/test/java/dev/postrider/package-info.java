@NullMarked
package dev.postrider;

import org.jspecify.annotations.NullMarked;
