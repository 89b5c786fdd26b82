@NullMarked
package dev.postrider.audit;

import org.jspecify.annotations.NullMarked;
