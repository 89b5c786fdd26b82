@NullMarked
package dev.postrider.consent;

import org.jspecify.annotations.NullMarked;
