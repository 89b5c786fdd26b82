/** FreeMarker's syntax tree, and what of it templates may use. */
@NullMarked
package dev.postrider.template.syntax;

import org.jspecify.annotations.NullMarked;
