@NullMarked
package dev.postrider.campaign;

import org.jspecify.annotations.NullMarked;
