@NullMarked
package dev.postrider.plan;

import org.jspecify.annotations.NullMarked;
