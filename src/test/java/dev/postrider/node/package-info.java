@NullMarked
package dev.postrider.node;

import org.jspecify.annotations.NullMarked;
