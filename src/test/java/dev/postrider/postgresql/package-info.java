@NullMarked
package dev.postrider.postgresql;

import org.jspecify.annotations.NullMarked;
