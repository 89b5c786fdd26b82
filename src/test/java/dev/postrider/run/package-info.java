@NullMarked
package dev.postrider.run;

import org.jspecify.annotations.NullMarked;
