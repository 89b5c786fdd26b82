@NullMarked
package dev.postrider.embedded;

import org.jspecify.annotations.NullMarked;
