/** Makes text parts from HTML. */
@NullMarked
package dev.postrider.template.text;

import org.jspecify.annotations.NullMarked;
