@NullMarked
package dev.postrider.schema;

import org.jspecify.annotations.NullMarked;
