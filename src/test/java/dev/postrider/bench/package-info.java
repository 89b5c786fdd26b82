@NullMarked
package dev.postrider.bench;

import org.jspecify.annotations.NullMarked;
