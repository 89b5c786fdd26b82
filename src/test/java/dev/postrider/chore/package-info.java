@NullMarked
package dev.postrider.chore;

import org.jspecify.annotations.NullMarked;
