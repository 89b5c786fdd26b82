@NullMarked
package dev.postrider.template.engine;

import org.jspecify.annotations.NullMarked;
