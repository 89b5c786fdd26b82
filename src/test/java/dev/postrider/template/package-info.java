@NullMarked
package dev.postrider.template;

import org.jspecify.annotations.NullMarked;
