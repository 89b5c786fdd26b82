@NullMarked
package dev.postrider.partition;

import org.jspecify.annotations.NullMarked;
