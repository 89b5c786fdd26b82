@NullMarked
package dev.postrider.frequency;

import org.jspecify.annotations.NullMarked;
