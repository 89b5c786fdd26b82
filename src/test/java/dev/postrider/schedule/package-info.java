@NullMarked
package dev.postrider.schedule;

import org.jspecify.annotations.NullMarked;
