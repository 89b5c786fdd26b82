/** FreeMarker, set up for templates that are not trusted code. */
@NullMarked
package dev.postrider.template.engine;

import org.jspecify.annotations.NullMarked;
