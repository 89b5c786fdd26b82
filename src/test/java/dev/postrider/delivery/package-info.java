@NullMarked
package dev.postrider.delivery;

import org.jspecify.annotations.NullMarked;
